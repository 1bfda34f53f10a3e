using Simulation.Runs;

namespace Simulation.Workloads;

/// <summary>
/// The conversion in <see cref="PushGroup.WithConversion"/>, from its warm-up on the second morning to its closing in
/// the evening. One slot is attached to it; the pushes of the other plan meet its blackout.
/// </summary>
static class PushConversion
{
    public const string AttachedSlot = "attached";

    const string Id = "push-offer";

    static readonly TimeSpan WarmUp = TimeSpan.FromHours(25);
    static readonly TimeSpan Link = TimeSpan.FromHours(30);
    static readonly TimeSpan Closing = TimeSpan.FromHours(33);

    public static DateTimeOffset WarmUpAt(World world) => world.Clock.Start + WarmUp;

    public static DateTimeOffset ClosesAt(World world) => world.Clock.Start + Closing;

    public static object Body(World world) => new
    {
        id = Id,
        groupIds = (string[])[PushGroup.WithConversion.Id],
        holdoutShare = 0,
        seed = world.Plan.Seed,
        drive = "Trust",
        product = SampleBodies.Product(quantity: 1000),
        warmUp = SampleBodies.ShortWarmUp(WarmUpAt(world)),
        linkAt = world.Clock.Start + Link,
        closesAt = ClosesAt(world),
        closing = "{product}今天结束了，谢谢大家！",
    };

    /// <summary>The plan with the slot that is attached to the conversion, an hour before its link.</summary>
    public static object Plan() => PushBodies.Plan(
        "attached",
        [PushGroup.WithConversion.Id],
        [
            PushBodies.Slot(
                AttachedSlot,
                new { type = "Relative", conversionId = Id, to = "linkAt", days = 0, time = "14:15" },
                "rare-talk",
                "Skip"),
        ]);
}
