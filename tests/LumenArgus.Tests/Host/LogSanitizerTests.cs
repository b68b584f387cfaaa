using LumenArgus.Host.LogCommands;

namespace LumenArgus.Tests.Host;

public sealed class LogSanitizerTests
{
    private static readonly LogSanitizer Sanitizer = new(["api.anthropic.com"]);

    [Theory]
    [InlineData("connect to 10.0.0.7 failed", "connect to [IP] failed")]
    [InlineData("connect to 10.0.0.7:8080.", "connect to [IP]:8080.")]
    [InlineData("from [2001:db8::1]:443, ::1", "from [[IP]]:443, [IP]")]
    [InlineData("listening on http://127.0.0.1:8080", "listening on http://[IP]:8080")]
    [InlineData("https://api.anthropic.com/v1/messages?key=x", "https://api.anthropic.com/messages")]
    [InlineData("GET /v1beta/models/x:generateContent?alt=sse&key=AIza1;2 ended", "GET x:generateContent ended")]
    [InlineData("https://api.anthropic.com?key=x, then", "https://api.anthropic.com, then")]
    [InlineData("https://user:pass@gateway.corp.example:8443/a/b", "https://[HOST]:8443/b")]
    [InlineData("host build-7.corp.example is down", "host [HOST] is down")]
    [InlineData("host GATEWAY.corp.example.", "host [HOST].")]
    [InlineData("(gateway:443)", "([HOST]:443)")]
    [InlineData("localhost:8080", "localhost:8080")]
    [InlineData("mail alice@corp.example", "mail alice@[HOST]")]
    [InlineData("read /home/alice/.lumen-argus/config.yaml", "read config.yaml")]
    [InlineData("read '/home/alice/my files/a.txt'.", "read 'a.txt'.")]
    [InlineData("file=~/secret/x.pem", "file=x.pem")]
    [InlineData(@"read C:\Users\alice\x.txt", "read x.txt")]
    [InlineData(@"read \\server\share\x.txt", "read x.txt")]
    [InlineData("file:///home/alice/x", "file:///x")]
    [InlineData("cannot list /home/alice, /Users/alice/ or file:///home/alice", "cannot list ~, ~ or file:///~")]
    [InlineData(@"cannot list C:\Users\alice.", "cannot list ~.")]
    [InlineData("cannot list '/home/alice smith'", "cannot list '~'")]
    [InlineData("cannot list /home", "cannot list home")]
    [InlineData("   at LumenArgus.Proxy.X.HandleAsync(HttpContext http) in /src/a/X.cs:line 12", "   at LumenArgus.Proxy.X.HandleAsync(HttpContext http) in X.cs:line 12")]
    [InlineData("System.IO.IOException: proxy.max_body_size in config.yaml, 12.5 ms, v2.1.330 at 14:30:00", "System.IO.IOException: proxy.max_body_size in config.yaml, 12.5 ms, v2.1.330 at 14:30:00")]
    [InlineData("plugin lumenargus.pii 0.1.0 of acme.pii", "plugin lumenargus.pii 0.1.0 of [HOST]")]
    [InlineData("request #7 passed / took 3 ms", "request #7 passed / took 3 ms")]
    [InlineData("", "")]
    public void Clean_Line_TellsNothingOfTheMachine(string line, string expected) => Sanitizer.Clean(line).ShouldBe(expected);

    [Fact]
    public void Clean_HeadOfALine_Stays() => Sanitizer.Clean("2026-03-16 14:30:00.123 WARNING [argus.proxy.exchange] to db.corp.example")
        .ShouldBe("2026-03-16 14:30:00.123 WARNING [argus.proxy.exchange] to [HOST]");
}
