using LocalRuntime.Hosting;
using TestSupport;
using Xunit;

namespace LocalRuntime.Tests.Functions;

public sealed class CommandLineTests
{
    [Fact]
    public void Default_is_port_7071_in_real_time_with_a_store_on_disk()
    {
        var options = CommandLine.Parse([]);
        Assert.Equal(
            ("http://127.0.0.1:7071", Path.GetFullPath(".data/local.db"), true),
            (options.Urls, options.Store, options.Demo));
        Assert.False(options.HostLatency);
        Assert.Null(options.ClockStart);
        Assert.Null(options.Storage);
        Assert.Null(options.FunctionKey);
    }

    [Fact]
    public void Options_take_their_values_after_a_space_or_an_equals_sign()
    {
        var options = CommandLine.Parse(
        [
            "--urls=http://127.0.0.1:1",
            "--data",
            "x.db",
            "--clock",
            "2026-12-01T09:00:00+08:00",
            "--function-key=a=b",
            "--no-demo",
            "--host-latency",
        ]);
        Assert.True(options.HostLatency);
        Assert.Equal(
            ("http://127.0.0.1:1", Path.GetFullPath("x.db"), "a=b", false),
            (options.Urls, options.Store, options.FunctionKey, options.Demo));
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 1, 0, 0, TimeSpan.Zero), options.ClockStart);
    }

    [Fact]
    public void Clock_without_an_offset_is_UTC() =>
        Assert.Equal(
            new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero),
            CommandLine.Parse(["--clock", "2026-12-01T09:00"]).ClockStart);

    [Fact]
    public void Each_host_has_its_own_store_in_memory() =>
        Assert.NotEqual(
            CommandLine.Parse(["--data", ":memory:"]).Store, CommandLine.Parse(["--data", ":memory:"]).Store);

    [Theory]
    [InlineData("'--port'", "--port", "80")]
    [InlineData("'serve'", "serve")]
    [InlineData("'--no-demo=false'", "--no-demo=false")]
    [InlineData("'--urls'", "--urls")]
    [InlineData("'--data'", "--data", "--no-demo")]
    [InlineData("'soon'", "--clock", "soon")]
    [InlineData("--clock and --storage", "--clock", "2026-12-01", "--storage", "UseDevelopmentStorage=true")]
    public void Unknown_or_invalid_option_is_named_with_the_usage_and_exit_code_2(string named, params string[] args)
    {
        var refused = Assert.Throws<RefusedException>(() => CommandLine.Parse(args));
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
        Assert.Contains("--function-key KEY", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, refused.ExitCode);
    }

    [Fact]
    public void Help_lists_the_options_that_the_documentation_lists()
    {
        var help = Assert.Throws<RefusedException>(() => CommandLine.Parse(["--help"]));
        var documented = File.ReadLines(Path.Combine(NodePeers.Root, "docs", "local-runtime.md"))
            .Where(line => line.StartsWith("| `--", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1]);
        var printed = help.Message.Split('\n').Skip(1).Select(line => line.Trim().Split("  ")[0]);
        Assert.Equal(printed, documented);
        Assert.Equal(0, help.ExitCode);
    }
}
