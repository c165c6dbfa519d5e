namespace Feeds.Harvester.Tests.Http;

/// <summary>Ways to write a host that is not on the public internet.</summary>
internal static class ForbiddenHosts
{
    public static string[] All { get; } =
    [
        // Loopback, plainly and in the forms that inet_aton takes.
        "127.0.0.1", "127.0.0.2", "127.255.255.254", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "0x7F.1",
        "0177.0.0.1", "0177.1", "017700000001", "0x7f.0x0.0x0.0x1", "00000177.0.0.01", "127.0.0.1.", "0", "0.0.0.0", "0x0", "00",
        "localhost", "LOCALHOST", "localhost.", "\u2460\u2461\u2466.0.0.1", "\uff11\uff12\uff17.0.0.1", "127\u30020\u30020\u30021",
        "127%2e0%2e0%2e1", "%6cocalhost", "localhost%00", "localhost\\", "example.org@127.0.0.1", "127.0.0.1#@example.org",
        // Private, shared, link-local, special.
        "10.0.0.1", "10.255.255.255", "167772161", "0xa000001", "012.0.0.1", "172.16.0.1", "172.31.255.255", "0xac100001",
        "192.168.0.1", "192.168.255.255", "3232235521", "100.64.0.1", "100.127.255.255", "169.254.0.1", "169.254.169.254",
        "2852039166", "0xa9fea9fe", "0251.0376.0251.0376", "192.0.0.1", "192.0.2.1", "192.88.99.1", "198.18.0.1", "198.19.255.255",
        "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "4294967295", "0.1.2.3",
        // IPv6, with and without an IPv4 address inside.
        "[::]", "[::1]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::ffff:10.0.0.1]", "[::ffff:169.254.169.254]",
        "[::127.0.0.1]", "[::7f00:1]", "[64:ff9b::127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]",
        "[2002:a00:1::1]", "[2001:0:7f00:1::]", "[2001:0:53aa:64c::80ff:fffe]", "[fe80::1]", "[fe80::1%25lo]", "[fe80::1%25eth0]",
        "[fc00::1]", "[fd00:ec2::254]", "[fec0::1]", "[ff02::1]", "[ff0e::1]", "[100::1]", "[2001:db8::1]", "[3fff::1]", "[2001:2::1]",
        "[2001:10::1]", "[5f00::1]", "[::ffff:0:127.0.0.1]", "[::ffff:192.168.0.1]", "[64:ff9b::10.0.0.1]", "[64:ff9b::a9fe:a9fe]",
        "[64:ff9b:1:a::10.0.0.1]", "[2002:c0a8:1::1]", "[2002:a9fe:a9fe::]", "[2001::ffff:80ff:fffe]", "[fe80::5efe:127.0.0.1]", "[ff01::1]",
        "[ff05::2]", "[2001:20::1]", "[100:0:0:1::1]", "[4000::1]",
    ];

    /// <summary>URLs that must not be requested, with the port of a listener that would see it: the hosts, and other ways to get at it.</summary>
    public static IEnumerable<string> Urls(int port) => All.Select(host => $"http://{host}:{port}/").Concat(
    [
        $"//127.0.0.1:{port}/", $"///127.0.0.1:{port}/", $"HTTP://127.0.0.1:{port}/", $" http://127.0.0.1:{port}/ ", $"https://127.0.0.1:{port}/", $"http:127.0.0.1:{port}/", $"http:/127.0.0.1:{port}/",
        $"http://user:secret@127.0.0.1:{port}/", $"http://user@127.0.0.1:{port}/", $"http://:@127.0.0.1:{port}/", $"http://example.org:80@127.0.0.1:{port}/",
        $"http://127.0.0.1:{port}\\@example.org/", $"ftp://127.0.0.1:{port}/", $"gopher://127.0.0.1:{port}/", $"ws://127.0.0.1:{port}/", $"tcp://127.0.0.1:{port}/",
        $"jar:http://127.0.0.1:{port}/", $"view-source:http://127.0.0.1:{port}/", "file:///etc/passwd", "file://127.0.0.1/etc/passwd", "data:application/json,{}", "javascript:0", "unix:/run/docker.sock",
    ]);
}
