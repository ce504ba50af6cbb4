//! The hands of a person at the window: with the mouse, or from the keyboard alone. A way that is written once is gone with
//! both.

use serde_json::Value;

use crate::seat::Seat;

/// With what somebody uses the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hands {
    /// Presses what they aim at.
    #[default]
    Mouse,
    /// Walks there with Tab, and with arrows inside a group; presses Enter or Space.
    Keyboard,
}

impl Seat {
    /// The same person with other hands.
    pub fn with(mut self, hands: Hands) -> Self {
        self.hands = hands;
        self
    }

    /// Presses what a selector names first.
    pub async fn click(&self, selector: &str) {
        match self.hands {
            Hands::Mouse => self.aim(selector).await,
            Hands::Keyboard => self.walk_and_press(selector).await,
        }
    }

    /// Types into the field that a test identifier names.
    pub async fn fill(&self, id: &str, text: &str) {
        let field = self.spot(id).await;
        if self.hands == Hands::Mouse {
            return field.send_keys(text).await.unwrap();
        }
        self.walk_to(id).await;
        self.write(text).await;
    }

    /// Scrolls to what a selector names, as a person would, and presses it.
    async fn aim(&self, selector: &str) {
        let found = self.see(selector).await;
        let scroll = "document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })";
        self.ask(scroll, vec![selector.into()]).await;
        if let Err(error) = found.click().await {
            panic!("{selector} cannot be pressed ({error}); shown: {}", self.text().await);
        }
    }

    async fn walk_and_press(&self, selector: &str) {
        self.see(selector).await;
        let kind =
            "const aim = document.querySelector(arguments[0]); return aim.getAttribute('role') ?? aim.type";
        match self.ask(kind, vec![selector.into()]).await.as_str().unwrap_or_default() {
            "radio" => self.choose(selector).await,
            "checkbox" => {
                self.go_on("Tab", selector, FOCUSED).await;
                self.press("Space").await;
            }
            _ => {
                self.go_on("Tab", selector, FOCUSED).await;
                self.press("Enter").await;
            }
        }
    }

    /// One of a group: Tab comes to the group, arrows go on from there.
    async fn choose(&self, selector: &str) {
        self.go_on("Tab", selector, IN_GROUP).await;
        if self.ask(CHOSEN, vec![selector.into()]).await != true {
            self.press("Space").await;
        }
        self.go_on("ArrowDown", selector, CHOSEN).await;
    }

    /// Presses a key until a script that knows the aim says `true`.
    async fn go_on(&self, key: &str, selector: &str, there: &str) {
        for _ in 0..300 {
            if self.ask(there, vec![selector.into()]).await == Value::Bool(true) {
                return;
            }
            self.press(key).await;
        }
        panic!("{key} never comes to {selector}; shown: {}", self.text().await);
    }
}

const FOCUSED: &str = "return document.activeElement === document.querySelector(arguments[0])";
const IN_GROUP: &str = "
    const [aim, at] = [document.querySelector(arguments[0]), document.activeElement]
    const group = aim.closest('[role=radiogroup]')
    return at === aim || (group ? at !== group && group.contains(at) : at?.type === 'radio' && at.name === aim.name)";
const CHOSEN: &str = "
    const aim = document.querySelector(arguments[0])
    return aim.checked ?? aim.getAttribute('aria-checked') === 'true'";
