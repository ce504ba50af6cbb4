//! Just enough of the Fluent syntax to change the words of a file and nothing else: not the keys, not the
//! placeables, not the selectors.

use std::collections::BTreeSet;

use crate::typography::HOLES;

/// A file with its words changed.
pub struct Changed {
    /// The whole file.
    pub text: String,
    /// The keys of its messages, terms excepted.
    pub keys: BTreeSet<String>,
}

/// Changes each text of a file. `change` gets one whole value, with a character of [`HOLES`] for each
/// placeable, and must keep those characters.
///
/// # Errors
/// The line and what is wrong with it; also what `change` answers.
pub fn change(
    source: &str,
    change: &mut dyn FnMut(&str) -> Result<String, String>,
) -> Result<Changed, String> {
    let mut reader = Reader { from: source.chars().collect(), at: 0, change };
    let mut changed = Changed { text: String::with_capacity(source.len() + 64), keys: BTreeSet::new() };
    while reader.peek().is_some() {
        reader.entry(&mut changed).map_err(|why| format!("line {}: {why}", reader.line()))?;
    }
    Ok(changed)
}

struct Reader<'c> {
    from: Vec<char>,
    at: usize,
    change: &'c mut dyn FnMut(&str) -> Result<String, String>,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.from.get(self.at).copied()
    }

    fn line(&self) -> usize {
        1 + self.from.iter().take(self.at).filter(|c| **c == '\n').count()
    }

    /// Copies characters as long as they fit.
    fn copy(&mut self, to: &mut String, fits: impl Fn(char) -> bool) {
        while let Some(character) = self.peek().filter(|c| fits(*c)) {
            to.push(character);
            self.at += 1;
        }
    }

    fn expect(&mut self, wanted: char, to: &mut String) -> Result<(), String> {
        if self.peek() != Some(wanted) {
            return Err(format!("expected `{wanted}`"));
        }
        to.push(wanted);
        self.at += 1;
        Ok(())
    }

    /// A comment, an empty line, a message, a term or an attribute of the one before.
    fn entry(&mut self, changed: &mut Changed) -> Result<(), String> {
        let to = &mut changed.text;
        match self.peek() {
            Some('#') => self.copy(to, |c| c != '\n'),
            Some('\n') => {
                to.push('\n');
                self.at += 1;
            }
            Some(' ') => {
                self.copy(to, |c| c == ' ');
                if self.peek() == Some('.') {
                    self.value(to)?;
                } else if self.peek().is_some_and(|c| c != '\n') {
                    return Err("a text that belongs to no key".into());
                }
            }
            _ => {
                let key = self.value(to)?;
                if !key.starts_with('-') && !changed.keys.insert(key.clone()) {
                    return Err(format!("the key `{key}` stands twice"));
                }
            }
        }
        Ok(())
    }

    /// `key = text`, also `.attribute = text`.
    fn value(&mut self, to: &mut String) -> Result<String, String> {
        let mut key = String::new();
        self.copy(&mut key, |c| c.is_ascii_alphanumeric() || "-_.".contains(c));
        if key.is_empty() {
            return Err("expected a key".into());
        }
        to.push_str(&key);
        self.copy(to, |c| c == ' ');
        self.expect('=', to)?;
        self.copy(to, |c| c == ' ');
        let text = self.pattern(false)?;
        to.push_str(&text);
        Ok(key)
    }

    /// A text with its placeables, over as many lines as it takes.
    fn pattern(&mut self, in_variant: bool) -> Result<String, String> {
        let (mut text, mut holes) = (String::new(), Vec::new());
        let mut marks = HOLES;
        loop {
            match self.peek() {
                None => break,
                Some('{') => {
                    let mark = marks.next().ok_or("too many placeables")?;
                    holes.push((mark, self.placeable()?));
                    text.push(mark);
                }
                Some('}') if in_variant => break,
                Some('}') => return Err("a `}` without its `{`".into()),
                Some('\n') => {
                    let Some(next) = self.continuation(in_variant) else { break };
                    while self.at < next {
                        text.extend(self.peek());
                        self.at += 1;
                    }
                }
                Some(character) => {
                    text.push(character);
                    self.at += 1;
                }
            }
        }
        let mut changed = (self.change)(&text)?;
        for (mark, hole) in holes {
            changed = changed.replacen(mark, &hole, 1);
        }
        Ok(changed)
    }

    /// Where the text goes on after a line break, if it does.
    fn continuation(&self, in_variant: bool) -> Option<usize> {
        let (mut at, mut indent) = (self.at, 0);
        loop {
            match self.from.get(at)? {
                '\n' => indent = 0,
                ' ' => indent += 1,
                '.' | '}' | '[' => return None,
                '*' if self.from.get(at + 1) == Some(&'[') => return None,
                _ if indent == 0 && !in_variant => return None,
                _ => return Some(at),
            }
            at += 1;
        }
    }

    /// `{ … }`. Inside, only the texts of variants and literals that are printed are words.
    fn placeable(&mut self) -> Result<String, String> {
        let mut raw = String::new();
        self.expect('{', &mut raw)?;
        self.copy(&mut raw, char::is_whitespace);
        if self.peek() == Some('"') {
            let literal = self.literal()?;
            self.copy(&mut raw, |_| false);
            let printed = {
                let mut rest = self.from.get(self.at..).unwrap_or_default().iter();
                rest.find(|c| !c.is_whitespace()) == Some(&'}')
            };
            let inside = if printed { (self.change)(&literal)? } else { literal };
            raw.push('"');
            raw.push_str(&inside);
            raw.push('"');
        }
        loop {
            match self.peek() {
                None => return Err("a `{` without its `}`".into()),
                Some('}') => {
                    self.expect('}', &mut raw)?;
                    return Ok(raw);
                }
                Some('{') => raw.push_str(&self.placeable()?),
                Some('"') => {
                    let literal = self.literal()?;
                    raw.push('"');
                    raw.push_str(&literal);
                    raw.push('"');
                }
                Some('-') if self.from.get(self.at + 1) == Some(&'>') => {
                    raw.push_str("->");
                    self.at += 2;
                    self.variants(&mut raw)?;
                }
                Some(other) => {
                    raw.push(other);
                    self.at += 1;
                }
            }
        }
    }

    fn variants(&mut self, raw: &mut String) -> Result<(), String> {
        loop {
            self.copy(raw, char::is_whitespace);
            if self.peek() == Some('}') {
                return Ok(());
            }
            self.copy(raw, |c| c == '*');
            self.expect('[', raw)?;
            self.copy(raw, |c| c != ']' && c != '\n');
            self.expect(']', raw)?;
            self.copy(raw, |c| c == ' ');
            let text = self.pattern(true)?;
            raw.push_str(&text);
        }
    }

    /// The inside of `"…"`, escapes as they are.
    fn literal(&mut self) -> Result<String, String> {
        let mut inside = String::new();
        self.at += 1;
        loop {
            match self.peek() {
                None | Some('\n') => return Err("a `\"` without its second".into()),
                Some('"') => {
                    self.at += 1;
                    return Ok(inside);
                }
                Some('\\') => {
                    inside.push('\\');
                    self.at += 1;
                    inside.extend(self.peek());
                    self.at += 1;
                }
                Some(other) => {
                    inside.push(other);
                    self.at += 1;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# A comment: kept!\nplain = Quoi ?\n-term = terme ?\nwith = page { $n } : { NUMBER($n, unit: \"a ?\") } ?\n    .hint = aide ?\nmany = { $n ->\n    [one] une ? { $x } ?\n   *[other] « { $n ->\n        [a] b ?\n       *[c] d\n    } » ?\n  }\nlong =\n    une ligne ?\n\n    une autre ?\ncolon = { \" ?\" }\n";

    #[test]
    fn the_words_change_and_the_syntax_does_not() {
        let mut loud = |text: &str| Ok(text.replace('?', "!"));
        let changed = change(FILE, &mut loud).unwrap();
        let expected = FILE.replace('?', "!").replace("\"a !\"", "\"a ?\"");
        assert_eq!(changed.text, expected);
        let keys: Vec<_> = changed.keys.iter().map(String::as_str).collect();
        assert_eq!(keys, ["colon", "long", "many", "plain", "with"]);
    }

    #[test]
    fn a_value_is_seen_whole_with_a_mark_for_each_hole() {
        let mut seen = Vec::new();
        change("a = page { $n } sur { $m }\n", &mut |text| {
            seen.push(text.to_owned());
            Ok(text.to_owned())
        })
        .unwrap();
        assert_eq!(seen, ["page \u{e000} sur \u{e001}"]);
    }

    #[test]
    fn what_is_broken_is_named_with_its_line() {
        for (file, expected) in [
            ("a = b\na = c\n", "line 2: the key `a` stands twice"),
            ("a = { $n\n", "line 2: a `{` without its `}`"),
            ("a = b }\n", "line 1: a `}` without its `{`"),
            ("\n  lost\n", "line 2: a text that belongs to no key"),
        ] {
            assert_eq!(change(file, &mut |text| Ok(text.into())).err().as_deref(), Some(expected));
        }
    }
}
