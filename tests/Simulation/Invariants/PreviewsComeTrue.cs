using Community.Pushes.Occurrences;
using FunctionsApp.Pushes.Calendars;
using Simulation.Instances;
using Simulation.Plans;
using Simulation.Runs;
using Simulation.Workloads;

namespace Simulation.Invariants;

/// <summary>
/// Compares previews with what happened until the next event that could change it. A preview that comes right after
/// such an event is left out, because its effects may not have ended.
/// </summary>
sealed class PreviewsComeTrue : IInvariant
{
    static readonly TimeSpan Aftermath = TimeSpan.FromMinutes(30);

    // For what was being decided when the preview was read, and for the last step of a push.
    static readonly TimeSpan Margin = TimeSpan.FromMinutes(10);

    public string Name => "a preview is what happens when nothing changes";

    public string Reason => "Operators plan by the preview; a surprise in a group cannot be taken back.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        var changes = ChangesOf(world).ToList();
        var previews = world.Previews
            .Where(preview => !changes.Exists(change => change.From <= preview.At && change.Until > preview.At))
            .Select(preview => (preview.At, Until: EndOf(preview, changes, world), preview.Items))
            .ToList();
        if (previews.Count == 0) yield break;
        foreach (var group in PushGroup.All)
        {
            var pushes = await GroupPushes.ReadAsync(reader, group.Id);
            foreach (var preview in previews)
            {
                var items = preview.Items.Where(item =>
                    item.GroupId == group.Id && item.At > preview.At + Margin && item.At < preview.Until);
                foreach (var item in items.Where(item => !HasComeTrue(item, pushes)))
                    yield return $"of {item} at {preview.At:u} came {Describe(item, pushes)}.";
            }
        }
    }

    static DateTimeOffset EndOf(
        PushPreview preview, List<(DateTimeOffset From, DateTimeOffset Until)> changes, World world) => changes
        .Select(change => change.From)
        .Where(from => from > preview.At)
        .Append(world.Clock.Now)
        .Min() - Margin;

    static IEnumerable<(DateTimeOffset From, DateTimeOffset Until)> ChangesOf(World world) =>
        from happened in world.Plan.Events
        where happened is OperatorCall or PushCall or ProcessKill or ClockJump or Outage
            or CredentialCall { Method: "POST", IsOfPushes: true }
        let at = world.Clock.Start + happened.At
        let length = happened switch
        {
            Outage outage => outage.By,
            ClockJump jump => jump.By,
            _ => TimeSpan.Zero,
        }
        select (at, at + length + Aftermath);

    static bool HasComeTrue(PreviewItem item, IReadOnlyList<LedgerPush> pushes)
    {
        if (Find(item, pushes) is not { View: var push }) return false;
        return item.Outcome == "WillSend"
            ? push.State is PushState.Sent && push.ContentId == item.ContentId
            : push.State is PushState.Skipped && push.Guard == item.Guard && push.Reason == item.Reason;
    }

    static string Describe(PreviewItem item, IReadOnlyList<LedgerPush> pushes) =>
        Find(item, pushes) is { } push ? $"{push} with {push.View.ContentId}, {push.View.Reason}" : "no push";

    static LedgerPush? Find(PreviewItem item, IReadOnlyList<LedgerPush> pushes) =>
        pushes.FirstOrDefault(push => push.View.SlotId == item.SlotId && push.EarliestAt == item.At);
}
