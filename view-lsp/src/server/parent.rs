//! The process that started the server, which should not outlive it.

/// The editor, by its process id.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Parent(Option<i32>);

impl Parent {
    /// The process of this id. One that is not there is taken for one that cannot be seen: an editor outside of the
    /// container that the server runs in.
    pub(super) fn of(id: Option<i64>) -> Parent {
        Parent(id.and_then(|id| i32::try_from(id).ok()).filter(|id| *id > 0 && is_running(*id)))
    }

    /// Whether it was there and is no more.
    pub(super) fn is_gone(self) -> bool {
        self.0.is_some_and(|id| !is_running(id))
    }
}

#[cfg(unix)]
fn is_running(id: i32) -> bool {
    use rustix::{io::Errno, process};
    // One that belongs to somebody else is there.
    process::Pid::from_raw(id).is_some_and(|pid| process::test_kill_process(pid) != Err(Errno::SRCH))
}

/// There its end is seen by that of standard input.
#[cfg(not(unix))]
fn is_running(_: i32) -> bool {
    true
}

#[cfg(all(test, unix))]
mod tests {
    use std::process::{Command, id};

    use super::*;

    #[test]
    fn a_process_that_ends_is_gone() {
        let mut child = Command::new("sleep").arg("60").spawn().unwrap();
        let parent = Parent::of(Some(child.id().into()));
        assert!(!parent.is_gone());
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(parent.is_gone());
        // Never seen, so not gone.
        assert!(!Parent::of(Some(child.id().into())).is_gone());
    }

    #[test]
    fn ids_that_are_none() {
        assert!(!Parent::of(Some(id().into())).is_gone());
        for id in [None, Some(0), Some(-1), Some(i64::MAX), Some(i64::from(i32::MIN))] {
            assert!(!Parent::of(id).is_gone(), "{id:?}");
        }
    }
}
