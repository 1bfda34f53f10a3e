using Rehearsal.Commands;

namespace Rehearsal.Tests.Commands;

public class RehearsalOptionsTests
{
    static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Fact]
    public void Defaults_are_a_thousand_people_and_ten_seeds()
    {
        var options = RehearsalOptions.Parse(["--rehearse", "plans.json"]);

        Assert.Equal(
            ("plans.json", 1_000, 10, "rehearsal", false),
            (options.Plans, options.Members, options.Seeds, options.Report, options.Sensitivity));
        Assert.Null(options.From);
    }

    [Fact]
    public void Value_may_follow_the_name_after_an_equals_sign()
    {
        var options = RehearsalOptions.Parse(["--rehearse=a=b.json", "--seeds=3"]);

        Assert.Equal(("a=b.json", 3), (options.Plans, options.Seeds));
        Assert.True(RehearsalOptions.AreIn(["--seeds=3", "--rehearse=plans.json"]));
        Assert.False(RehearsalOptions.AreIn(["--rehearse-not", "plans.json"]));
    }

    [Theory]
    [InlineData("2026-12-01", "2026-12-01T00:00:00+08:00")]
    [InlineData("2026-12-01T09:00:00+08:00", "2026-12-01T09:00:00+08:00")]
    [InlineData("2026-12-01T09:00Z", "2026-12-01T09:00:00Z")]
    public void Date_is_midnight_of_the_brand(string text, string instant) => Assert.Equal(
        DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture),
        RehearsalOptions.InstantOf(RehearsalOptions.Parse(["--rehearse", "p", "--from", text]).From!, Shanghai));

    [Theory]
    [InlineData("--members", "0")]
    [InlineData("--members", "200001")]
    [InlineData("--seeds", "ten")]
    [InlineData("--from", "2026-13-01")]
    [InlineData("--report", "--seeds")]
    [InlineData("--people", "3")]
    public void Wrong_option_is_named(string name, string value)
    {
        var refused = Assert.Throws<RehearsalRefusedException>(() =>
            RehearsalOptions.Parse(["--rehearse", "plans.json", name, value]));

        Assert.Contains(name, refused.Message.Split('\n')[0], StringComparison.Ordinal);
    }
}
