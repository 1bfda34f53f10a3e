using Community.Platform;
using Community.Pushes.Occurrences;
using static Community.Tests.Pushes.Guards.SamplePushes;

namespace Community.Tests.Pushes.Occurrences;

static class SamplePush
{
    public const string By = "小王";

    public static readonly Decider<PushCommand, Push, PushEvent> Rules = new(PushRules.Decide, PushRules.Evolve);

    /// <summary>10:30 on Monday; the push may be sent until 12:30.</summary>
    public static readonly DateTimeOffset Due = At(0, 10, 30);

    public static readonly Push Planned = new(
        PushId.From("daily", "s1", "vip-1", "2026-11-23T10:30"),
        "daily",
        "s1",
        "vip-1",
        Due,
        Due,
        TimeSpan.FromHours(2),
        "tea-101");

    public static readonly PushEvent Queued = new PushEvent.Queued("delivery-1");

    public static readonly PushEvent Awaiting = new PushEvent.HandedToStaff();

    public static readonly PushEvent Sent = new PushEvent.Sent(Due, IsLate: false);

    /// <summary>Asserts that a person's command is refused and changes nothing.</summary>
    public static void ThenRefused(
        this Decider<PushCommand, Push, PushEvent>.Outcome outcome, RefusalKind kind, string? field = null)
    {
        var refused = Assert.IsType<PushEvent.Refused>(Assert.Single(outcome.Events));
        Assert.Equal((kind, field), (refused.Refusal.Kind, refused.Refusal.Field));
    }

    public static PushEvent Recorded(
        DateTimeOffset at, PushAction action, string? reason = null, string? detail = null) =>
        new PushEvent.ChangeRecorded(new PushChange(at, By, action, reason, detail));
}
