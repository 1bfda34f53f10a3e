using LocalRuntime.Time;

namespace LocalRuntime.Tests.Time;

/// <summary>
/// The polls of the Functions host: delays grow from the shortest to the longest after work was found.
/// </summary>
public sealed class HostPollingTests
{
    static readonly DateTimeOffset Start = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);
    static readonly TimeSpan Min = TimeSpan.FromMilliseconds(100);
    static readonly TimeSpan Max = TimeSpan.FromSeconds(2);

    [Fact]
    public void Delays_double_about_from_the_shortest_to_the_longest_and_stay_there()
    {
        var delays = Delays(New("scans"), Start, 12);
        Assert.Equal(Min, delays[0]);
        // The shortest, and 80 to 120 % of 1, 2, 4 and 8 times as much.
        for (var (poll, factor) = (1, 1); factor <= 8; (poll, factor) = (poll + 1, factor * 2))
            Assert.InRange(delays[poll], Min + (Min * 0.8 * factor), Min + (Min * 1.2 * factor));
        Assert.All(delays.Skip(6), delay => Assert.Equal(Max, delay));
    }

    [Fact]
    public void Found_work_starts_the_delays_again()
    {
        var polling = New("scans");
        var at = Start + TimeSpan.FromMinutes(5);
        Assert.Equal(Max, Delays(polling, at, 2)[1]);
        polling.Found(at);
        Assert.Equal(Min, Delays(polling, at, 1)[0]);
    }

    [Fact]
    public void Same_name_and_start_give_the_same_polls_and_another_name_gives_others()
    {
        Assert.Equal(Delays(New("scans"), Start, 10), Delays(New("scans"), Start, 10));
        Assert.NotEqual(Delays(New("scans"), Start, 10), Delays(New("joins"), Start, 10));
    }

    [Fact]
    public void Poll_is_at_the_instant_or_later_by_the_longest_delay_at_most()
    {
        var (polling, random) = (New("scans"), new Random(1));
        for (var i = 0; i < 1000; i++)
        {
            var instant = Start + (TimeSpan.FromDays(3650) * random.NextDouble());
            var poll = polling.FirstAt(instant);
            Assert.InRange(poll - instant, TimeSpan.Zero, Max);
            Assert.Equal(poll, polling.FirstAt(poll));
        }
    }

    static HostPolling New(string name) => new(name, Min, Max, Start);

    static List<TimeSpan> Delays(HostPolling polling, DateTimeOffset from, int count)
    {
        List<TimeSpan> delays = [];
        for (var last = from; delays.Count < count; last += delays[^1])
            delays.Add(polling.FirstAt(last + TimeSpan.FromTicks(1)) - last);
        return delays;
    }
}
