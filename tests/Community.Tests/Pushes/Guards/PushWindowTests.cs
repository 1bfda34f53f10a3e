using Community.Pushes.Guards;
using static Community.Tests.Pushes.Guards.SamplePushes;

namespace Community.Tests.Pushes.Guards;

public class PushWindowTests
{
    static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData(9, 0)]
    [InlineData(12, 0)]
    [InlineData(21, 29)]
    public void Window_is_open_from_9_00_to_21_30(int hour, int minute) =>
        AssertAllowed(Decide(Request(At(0, hour, minute))));

    [Theory]
    [InlineData(8, 59)]
    [InlineData(7, 0)]
    public void Push_before_the_window_waits_for_the_first_open_minute(int hour, int minute) =>
        Assert.Equal(
            new PushDecision.Postpone(At(0, 9), PushGuard.Window), Decide(Request(At(0, hour, minute))));

    [Theory]
    [InlineData(6, 59)]
    [InlineData(21, 30)]
    [InlineData(23, 59)]
    public void Push_that_would_wait_longer_than_two_hours_is_skipped(int hour, int minute) =>
        AssertSkipped(PushGuard.Window, "09:00-21:30", Decide(Request(At(0, hour, minute))));

    [Fact]
    public void Lateness_counts_from_the_plan_and_that_of_the_slot_counts_first()
    {
        var evening = Request(At(0, 22)) with { Lateness = TimeSpan.FromHours(11) };

        Assert.Equal(new PushDecision.Postpone(At(1, 9), PushGuard.Window), Decide(evening));
        AssertSkipped(PushGuard.Window, "09:00", Decide(evening with { PlannedAt = At(0, 21, 59) }));
    }

    [Fact]
    public void What_an_operator_sends_now_passes_the_window_and_no_other_guard()
    {
        var request = Request(At(0, 23)) with { PassesWindow = true };

        AssertAllowed(Decide(request));
        AssertSkipped(PushGuard.Spacing, "22:00", Decide(request, After(Entry(0, 22))));
    }

    [Fact]
    public void Window_that_opens_in_the_gap_of_daylight_saving_opens_at_its_end()
    {
        var limits = Limits with { WindowStart = new TimeOnly(2, 30) };
        var before = new DateTimeOffset(2026, 3, 29, 1, 45, 0, TimeSpan.FromHours(1));

        var decision = PushGuards.Decide(Request(before), OpenGroup, limits, Berlin);

        Assert.Equal(new PushDecision.Postpone(before.AddMinutes(15), PushGuard.Window), decision);
    }

    [Fact]
    public void Window_that_opens_in_a_repeated_hour_opens_in_both()
    {
        var limits = Limits with { WindowStart = new TimeOnly(2, 30) };
        var first = new DateTimeOffset(2026, 10, 25, 2, 10, 0, TimeSpan.FromHours(2));

        var decisions = new[] { first, first.AddHours(1) }
            .Select(at => PushGuards.Decide(Request(at), OpenGroup, limits, Berlin));

        Assert.Equal(
            [
                new PushDecision.Postpone(first.AddMinutes(20), PushGuard.Window),
                new PushDecision.Postpone(first.AddMinutes(80), PushGuard.Window),
            ],
            decisions);
    }
}
