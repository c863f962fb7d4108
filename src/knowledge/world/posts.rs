//! Posts and who holds them.

use jiff::civil::Date;

use super::{EntityKind, RecordId, Str, Tenure, World};

impl Tenure {
    /// Whether the post is held on a day, its first and its last among them.
    #[must_use]
    pub fn covers(&self, day: Date) -> bool {
        self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| day <= until)
    }
}

impl World {
    /// Who holds a post on a day, the one who began last first. On the day of a change both are there,
    /// the new holder first; a post that several hold at once has several.
    #[must_use]
    pub fn holders(&self, post: RecordId, day: Date) -> Vec<Tenure> {
        let held = self.tenures_in(post).filter(|tenure| tenure.covers(day));
        let mut holders: Vec<Tenure> = held.copied().collect();
        holders.sort_by(|a, b| b.since.cmp(&a.since).then(a.person.cmp(&b.person)));
        holders
    }

    /// All tenures in a post by their first days.
    pub fn tenures_in(&self, post: RecordId) -> impl Iterator<Item = &Tenure> {
        let of = |number: &u32| self.tenures[*number as usize].post;
        let start = self.by_post.partition_point(|number| of(number) < post);
        let of_post = self.by_post[start..]
            .iter()
            .take_while(move |number| of(number) == post);
        of_post.map(|number| &self.tenures[*number as usize])
    }

    /// All tenures of a person by their first days.
    #[must_use]
    pub fn tenures_of(&self, person: RecordId) -> &[Tenure] {
        let start = self
            .tenures
            .partition_point(|tenure| tenure.person < person);
        let rest = &self.tenures[start..];
        &rest[..rest.partition_point(|tenure| tenure.person == person)]
    }

    /// The posts that a person holds on a day.
    #[must_use]
    pub fn posts_of(&self, person: RecordId, day: Date) -> Vec<Tenure> {
        let tenures = self.tenures_of(person).iter();
        tenures
            .filter(|tenure| tenure.covers(day))
            .copied()
            .collect()
    }

    /// The posts of a state or organisation in a role (`head-of-state`, `head-of-government`, `leader`,
    /// `foreign-minister`, `secretary-general` …; the roles are told in `ontology/README.md`).
    #[must_use]
    pub fn posts_by_role(&self, of: RecordId, role: &str) -> Vec<RecordId> {
        self.matching(&self.roles, role)
            .filter(|post| self.belongs_to(*post, of))
            .collect()
    }

    /// The posts that a title names ("prime minister", "foreign secretary", "chancellor"), those of one
    /// state only where a code is given.
    #[must_use]
    pub fn posts_by_title(&self, title: &str, state: Option<&str>) -> Vec<RecordId> {
        let title = self.fold(title);
        let number = state.map(|code| self.number_of(code));
        self.matching(&self.titles, &title)
            .filter(|post| {
                number.is_none_or(|number| number == Some(self.rows[post.0 as usize].state))
            })
            .collect()
    }

    /// The posts of one organisation that a title names ("secretary-general", "spokesman").
    #[must_use]
    pub fn posts_of_organisation(&self, title: &str, organisation: RecordId) -> Vec<RecordId> {
        let title = self.fold(title);
        self.matching(&self.titles, &title)
            .filter(|post| self.rows[post.0 as usize].part_of == Some(organisation))
            .collect()
    }

    /// Whether any post has the title.
    #[must_use]
    pub fn is_title(&self, title: &str) -> bool {
        let title = self.fold(title);
        self.matching(&self.titles, &title).next().is_some()
    }

    /// The roles of a post.
    pub fn roles_of(&self, post: RecordId) -> impl Iterator<Item = &str> {
        let of_post = self.roles.iter().filter(move |(_, id)| *id == post);
        of_post.map(|(role, _)| self.str(*role))
    }

    /// The organisation of a post; `None` for a post of a state.
    #[must_use]
    pub fn organisation_of(&self, post: RecordId) -> Option<RecordId> {
        self.rows[post.0 as usize].part_of
    }

    /// Who leads the government of a state on a day: the holder of its post of head of government, and
    /// where nobody holds one, its president or monarch in those states where he leads it himself.
    #[must_use]
    pub fn head_of_government(&self, code: &str, day: Date) -> Option<Tenure> {
        let state = self.state(code)?;
        let first = |role| {
            let posts = self.posts_by_role(state, role);
            let held = posts.iter().flat_map(|post| self.holders(*post, day));
            held.max_by_key(|tenure| tenure.since)
        };
        first("head-of-government").or_else(|| first("executive"))
    }

    /// The head of state on a day.
    #[must_use]
    pub fn head_of_state(&self, code: &str, day: Date) -> Option<Tenure> {
        let posts = self.posts_by_role(self.state(code)?, "head-of-state");
        let held = posts.iter().flat_map(|post| self.holders(*post, day));
        held.max_by_key(|tenure| tenure.since)
    }

    fn belongs_to(&self, post: RecordId, of: RecordId) -> bool {
        let (post, owner) = (&self.rows[post.0 as usize], &self.rows[of.0 as usize]);
        match owner.kind {
            EntityKind::State | EntityKind::Government => {
                post.state == owner.state && post.part_of.is_none()
            }
            _ => post.part_of == Some(of),
        }
    }

    /// Records beside a word in a sorted list.
    fn matching<'w>(
        &'w self,
        list: &'w [(Str, RecordId)],
        word: &str,
    ) -> impl Iterator<Item = RecordId> + use<'w> {
        let start = list.partition_point(|(entry, _)| self.str(*entry) < word);
        let rest = &list[start..];
        let end = rest.partition_point(|(entry, _)| self.str(*entry) == word);
        rest[..end].iter().map(|(_, post)| *post)
    }

    /// Sorts what is looked up by something else than its own order.
    pub(super) fn index(&mut self) {
        let mut by_post: Vec<u32> = (0..self.tenures.len() as u32).collect();
        by_post.sort_by_key(|number| {
            let tenure = &self.tenures[*number as usize];
            (tenure.post, tenure.since, *number)
        });
        self.by_post = by_post;
    }
}
