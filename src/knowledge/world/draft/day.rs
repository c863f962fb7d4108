//! Days as plain numbers `YYYYMMDD`; zero is "not known" or "open".

/// The first day that a date of any exactness (`2019`, `2019-08`, `2019-08-21`) may mean.
#[must_use]
pub fn first(text: &str) -> Option<u32> {
    parse(text, 1, |_, _| 1)
}

/// The last day that a date of any exactness may mean.
#[must_use]
pub fn last(text: &str) -> Option<u32> {
    parse(text, 12, days_of)
}

fn parse(text: &str, month: u32, day: impl Fn(u32, u32) -> u32) -> Option<u32> {
    if text.is_empty() {
        return Some(0);
    }
    let mut parts = text.split('-');
    let year = number(parts.next()?, 4)?;
    let month = parts.next().map_or(Some(month), |part| number(part, 2))?;
    if !(1..=12).contains(&month) {
        return None;
    }
    let day = parts
        .next()
        .map_or_else(|| Some(day(year, month)), |part| number(part, 2))?;
    let whole = parts.next().is_none() && (1..=days_of(year, month)).contains(&day);
    whole.then_some(year * 10_000 + month * 100 + day)
}

fn number(part: &str, digits: usize) -> Option<u32> {
    let plain = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
    if plain { part.parse().ok() } else { None }
}

fn days_of(year: u32, month: u32) -> u32 {
    let leap = (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
