### Reading pages from their pictures while the pages of the program are open.
pictures-title = Reading pages from their pictures
pictures-lead = Scans and photographs hold no text that a search could find. This machine reads them by itself; nothing leaves it. Whatever it reads is a machine’s reading until somebody has held it against the picture.
pictures-waiting =
    { $n ->
         [0] No page waits to be read from its picture.
         [one] One page waits to be read from its picture.
        *[other] { $n } pages wait to be read from their pictures.
    }
pictures-now = Read now
pictures-with = Read with
pictures-goes-on = You can close this page and go on working; the pages read so far stay, and what is left can be read at any time. While it runs the archive stays open on this machine, even when nobody is signed in. When the last one signs out, it stops.
pictures-starting = Beginning…
pictures-far = { $done } of { $pages } pages done
pictures-per-minute =
    { $n ->
         [one] one page a minute
        *[other] { $n } pages a minute
    }
pictures-per-hour =
    { $n ->
         [one] one page an hour
        *[other] { $n } pages an hour
    }
pictures-left-soon = less than a minute left
pictures-left-minutes =
    { $n ->
         [one] about a minute left
        *[other] about { $n } minutes left
    }
pictures-left-hours =
    { $n ->
         [one] about an hour left
        *[other] about { $n } hours left
    }
pictures-failed =
    { $n ->
         [one] one page could not be read
        *[other] { $n } pages could not be read
    }
pictures-later =
    { $n ->
         [one] One more order follows.
        *[other] { $n } more orders follow.
    }
pictures-stop = Stop
pictures-stopping = It stops as soon as the pages at hand are done.
pictures-stopped = Stopped.
pictures-done = Done.
pictures-count = Pages { $pages } = read { $read } + could not be read { $failed }.
pictures-numbers =
    { $n ->
         [one] One number was read: hold it against the picture before you rely on it.
        *[other] { $n } numbers were read: hold them against the pictures before you rely on them.
    }
pictures-elsewhere = Pages are being read for somebody else. You can ask when that is done.
pictures-look-again = Look again
pictures-follow = Look again by itself every few seconds
pictures-follow-not = Do not look again by itself
pictures-back = Back
pictures-see = See how far it has come
home-pages-chip = Not read yet
read-now = Read it now
read-now-item = Read the pages of this item now
intake-pictures = Then read pages without text from their pictures
intake-pictures-hint = It takes seconds a page and goes on behind the report; the files are sealed before that.
