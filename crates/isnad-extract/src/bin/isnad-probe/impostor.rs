//! Children that were taken over, or break: what the parent must outlive.

use std::{
    io::{Read, Write},
    process::ExitCode,
};

/// Plays one part.
pub fn play(part: &str) -> ExitCode {
    match part {
        "silent" => wait(),
        "no-sandbox" => {
            frame(b'S', &text("no such layer"));
            ExitCode::SUCCESS
        }
        _ => {
            frame(b'S', &text(""));
            if part == "seen-from-outside" && std::env::args().any(|argument| argument == "read") {
                return seen_from_outside();
            }
            match part.split_once('-') {
                Some(("unpack", part)) => unpack(part),
                Some(("rows", part)) => rows(part),
                _ => obey(part),
            }
        }
    }
}

/// A child for one file that tells what others can see of it, and what it was told in secret.
fn seen_from_outside() -> ExitCode {
    use std::os::{fd::AsFd, unix::net::UnixStream};
    let seen =
        ["/proc/self/cmdline", "/proc/self/environ"].map(|file| std::fs::read(file).unwrap_or_default());
    let channel = std::io::stderr().as_fd().try_clone_to_owned().expect("descriptor 2");
    let mut channel = UnixStream::from(channel);
    let mut length = [0; 4];
    channel.read_exact(&mut length).expect("a length");
    let mut secret = vec![0; u32::from_le_bytes(length) as usize];
    channel.read_exact(&mut secret).expect("a password");
    for page in [String::from_utf8_lossy(&seen.concat()).as_bytes(), &secret] {
        frame(b'N', b"");
        frame(b't', page);
    }
    frame(b'.', b"");
    ExitCode::SUCCESS
}

/// A child for one container, which does not even look at it.
fn unpack(part: &str) -> ExitCode {
    let head = [text("name"), text("name"), vec![0; 9], text("")].concat();
    match part {
        "empty-pieces" => {
            frame(b'F', &head);
            endless(b'D', b"");
        }
        "endless-problems" => endless(b'P', &text("container-damaged")),
        "endless-members" => endless(b'F', &head),
        "content-of-nothing" => frame(b'D', b"words"),
        "dies-within" => {
            frame(b'F', &head);
            frame(b'D', b"wor");
        }
        "hangs-within" => {
            frame(b'F', &head);
            return wait();
        }
        _ => return ExitCode::from(2),
    }
    ExitCode::SUCCESS
}

/// A child for one table.
fn rows(part: &str) -> ExitCode {
    // A number, a line, not hidden, no cells and no notes.
    let row = [0; 25];
    match part {
        "lies" => frame(b'R', &[&row[..17], &[0xFF; 8]].concat()),
        "page" => frame(b'N', b""),
        "endless" => endless(b'R', &row.repeat(10_000)),
        "hangs" => {
            frame(b'R', &row);
            return wait();
        }
        _ => return ExitCode::from(2),
    }
    ExitCode::SUCCESS
}

fn obey(part: &str) -> ExitCode {
    let mut first = true;
    while let Some(bytes) = request() {
        match part {
            "hang" => return wait(),
            "abort" => std::process::abort(),
            "exhausted" => out_of_memory(),
            // Serves one file well and dies over the second, whatever that is.
            "weary" if first => answer(&bytes),
            "weary" => std::process::abort(),
            // Dies over one file and no other.
            "touchy" if bytes == b"poison" => std::process::abort(),
            "touchy" => answer(&bytes),
            "unknown-tag" => frame(b'?', b""),
            "huge-frame" => say(&[b't', 0xFF, 0xFF, 0xFF, 0xFF]),
            "not-utf8" => [(b'N', &b""[..]), (b't', b"\xFF\xFE\xFD")].iter().for_each(|(t, p)| frame(*t, p)),
            "text-before-page" => frame(b't', b"lost"),
            "unknown-code" => frame(b'P', &text("rm -rf")),
            "short-field" => frame(b'M', &[200, 0, 0, 0, 1]),
            "endless" => endless(b'M', &[text("exif.Note"), text("again")].concat()),
            "endless-pages" => endless(b'N', b""),
            "wrong-frame" => frame(b'E', b""),
            _ => return ExitCode::from(2),
        }
        first = false;
    }
    ExitCode::SUCCESS
}

fn answer(bytes: &[u8]) {
    frame(b'K', &[text("text"), text("text/plain")].concat());
    frame(b'N', b"");
    frame(b't', bytes);
    frame(b'.', b"");
}

fn endless(tag: u8, payload: &[u8]) {
    // Ends when the parent closes the pipe: `say` ends the process then.
    loop {
        frame(tag, payload);
    }
}

fn wait() -> ExitCode {
    loop {
        std::thread::park();
    }
}

fn out_of_memory() {
    let layout = std::alloc::Layout::from_size_align(1 << 40, 8).expect("a layout");
    std::alloc::handle_alloc_error(layout);
}

/// The next request: task, page, width, length, bytes.
fn request() -> Option<Vec<u8>> {
    let mut head = [0; 17];
    std::io::stdin().read_exact(&mut head).ok()?;
    let length = u64::from_le_bytes(head[9..].try_into().ok()?);
    let mut bytes = vec![0; length as usize];
    std::io::stdin().read_exact(&mut bytes).ok()?;
    Some(bytes)
}

fn text(words: &str) -> Vec<u8> {
    [&(words.len() as u32).to_le_bytes(), words.as_bytes()].concat()
}

fn frame(tag: u8, payload: &[u8]) {
    let length = (payload.len() as u32).to_le_bytes();
    say(&[&[tag], &length[..], payload].concat());
}

fn say(bytes: &[u8]) {
    let mut out = std::io::stdout();
    if out.write_all(bytes).and_then(|()| out.flush()).is_err() {
        std::process::exit(1);
    }
}
