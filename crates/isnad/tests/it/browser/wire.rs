//! As much HTTP as the tests need: to speak with the browser's driver, and to see an answer as it is sent.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    time::Duration,
};

/// Longer than anything here takes: what hangs fails.
const PATIENCE: Duration = Duration::from_secs(60);

/// An answer, with its body as it came over the wire but for the framing.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    /// The value of a header, or nothing.
    pub fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map_or("", |(_, value)| value)
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// Gets a page of a server on this machine.
pub fn get(port: u16, path: &str, headers: &[(&str, &str)]) -> Answer {
    ask(port, "GET", path, headers, &[])
}

/// Asks a server on this machine.
pub fn ask(port: u16, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
    exchange(port, method, path, headers, body).unwrap_or_else(|error| panic!("{method} {path}: {error}"))
}

fn exchange(
    port: u16,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &[u8],
) -> std::io::Result<Answer> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let length = body.len();
    let mut head =
        format!("{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: {length}\r\n");
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("Connection: close\r\n\r\n");
    stream.write_all(head.as_bytes())?;
    stream.write_all(body)?;
    let mut reader = BufReader::new(stream);
    let status = line(&mut reader)?.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or(0);
    let mut answer = Answer { status, headers: Vec::new(), body: Vec::new() };
    while let Some((name, value)) = line(&mut reader)?.split_once(':') {
        answer.headers.push((name.to_owned(), value.trim().to_owned()));
    }
    if answer.header("transfer-encoding") == "chunked" {
        while let Some(n) = usize::from_str_radix(&line(&mut reader)?, 16).ok().filter(|n| *n > 0) {
            take(&mut reader, n, &mut answer.body)?;
            line(&mut reader)?;
        }
    } else {
        let n = answer.header("content-length").parse().unwrap_or(0);
        take(&mut reader, n, &mut answer.body)?;
    }
    Ok(answer)
}

fn line(reader: &mut impl BufRead) -> std::io::Result<String> {
    let mut line = String::new();
    reader.read_line(&mut line)?;
    Ok(line.trim_end().to_owned())
}

fn take(reader: &mut impl Read, n: usize, into: &mut Vec<u8>) -> std::io::Result<()> {
    let at = into.len();
    into.resize(at + n, 0);
    reader.read_exact(&mut into[at..])
}
