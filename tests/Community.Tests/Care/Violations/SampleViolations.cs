using Community.Care.Violations;

namespace Community.Tests.Care.Violations;

static class SampleViolations
{
    public static readonly DateTimeOffset At = Instants.Evening;

    public static ViolationReport Report(
        ViolationKind kind = ViolationKind.Advertisement, double days = 0, bool isHeard = false) =>
        new("violation-1", "tea-1", "u1", kind, "加微信看货", isHeard ? Violation.Channel : "小王", At.AddDays(days))
        {
            IsHeard = isHeard,
            Owner = "lin",
        };

    public static Violation First(bool isHeard = false) =>
        ViolationRules.Open(Report(isHeard: isHeard), [], ViolationMeasure.RedPacket);

    public static Violation Proposed() => ViolationRules.Open(Report(), [First()], ViolationMeasure.Removal);

    public static ViolationCommand.Appeal Appeal(double days, string text = "不是我发的") =>
        new(text, "小王", At.AddDays(days));

    public static ViolationCommand.Decide Uphold(
        double days, string reason = "属实", ViolationMeasure? measure = null, string? owner = "lin") =>
        new(ViolationDecision.Uphold, measure, reason, "小李", owner, At.AddDays(days));

    public static ViolationCommand.Decide Dismiss(double days, string reason = "误会") =>
        new(ViolationDecision.Dismiss, Measure: null, reason, "小李", Owner: null, At.AddDays(days));

    public static ViolationCommand.AddMessage Message(double hours, string text = "扫码进群") =>
        new(text, At.AddHours(hours));
}
