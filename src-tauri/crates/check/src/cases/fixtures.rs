//! Bylaws, rosters and grids by name, inline, or by name with some values replaced.

use sceau_domain::datum::Datum;

/// The fixtures of a file.
pub(crate) struct Fixtures<'a> {
    file: &'a Datum,
}

impl<'a> Fixtures<'a> {
    pub fn new(file: &'a Datum) -> Self {
        Self { file }
    }

    /// What an input means by `value`. `kind` is `bylaws`, `rosters` or `grids`.
    pub fn resolve(&self, kind: &str, value: Option<&Datum>) -> Result<Datum, String> {
        let named = |name: &str| {
            let found = self.file.at(&["fixtures", kind, name]);
            found.cloned().ok_or_else(|| format!("no fixture {name} among the {kind}"))
        };
        match value {
            None => Err(format!("no {kind} in the input")),
            Some(Datum::Text(name)) => named(name),
            Some(table) if table.get("use").is_some() => {
                let mut fixture = self.resolve(kind, table.get("use"))?;
                for (path, value) in table.get("set").and_then(Datum::as_table).unwrap_or_default() {
                    let keys: Vec<&str> = path.split('.').collect();
                    set(&mut fixture, &keys, value).map_err(|()| format!("cannot set {path}"))?;
                }
                Ok(fixture)
            }
            Some(inline) => Ok(inline.clone()),
        }
    }
}

/// Sets a value at a path: list positions are numbers (the position after the last appends), missing tables
/// are made, null removes the key.
fn set(here: &mut Datum, path: &[&str], value: &Datum) -> Result<(), ()> {
    let Some((key, rest)) = path.split_first() else {
        *here = value.clone();
        return Ok(());
    };
    let removes = rest.is_empty() && *value == Datum::Null;
    match here {
        Datum::List(list) => {
            let at: usize = key.parse().map_err(|_| ())?;
            if removes {
                if at < list.len() {
                    list.remove(at);
                }
                return Ok(());
            }
            if at == list.len() {
                list.push(Datum::Table(Vec::new()));
            }
            set(list.get_mut(at).ok_or(())?, rest, value)
        }
        Datum::Table(rows) => {
            if removes {
                rows.retain(|(k, _)| k != key);
                return Ok(());
            }
            if !rows.iter().any(|(k, _)| k == key) {
                rows.push(((*key).to_string(), Datum::Table(Vec::new())));
            }
            let row = rows.iter_mut().find(|(k, _)| k == key).ok_or(())?;
            set(&mut row.1, rest, value)
        }
        _ if removes => Ok(()),
        // A plain value gives way to the table that the path asks for.
        _ => {
            *here = Datum::Table(Vec::new());
            set(here, path, value)
        }
    }
}
