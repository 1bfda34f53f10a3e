using Community.Groups;
using Community.Messaging.Deliveries;
using Community.Pushes.Guards;
using Community.Pushes.Plans;
using Community.Pushes.Sending;
using FunctionsApp.Platform.Http;
using FunctionsApp.Pushes.Calendars;
using FunctionsApp.Pushes.Occurrences;
using FunctionsApp.Pushes.Plans;
using FunctionsApp.Selling.Conversions;

namespace FunctionsApp.Pushes.Sending;

/// <summary>Reads what the guards ask about a group.</summary>
public sealed class PushFactReader(
    GroupSaleStore sales,
    PushLibraryReader library,
    OwnerTapService taps,
    PushLimitSettings settings,
    BrandTime brandTime)
{
    /// <summary>
    /// The facts for pushes of the group that are due from one instant to another; <paramref name="rows"/> are those
    /// of the group. The owner's taps are counted without a push that is alone.
    /// </summary>
    public async Task<PushFacts> ReadAsync(
        Group group,
        GroupPushRows rows,
        PushBoard board,
        IReadOnlyList<DuePush> due,
        DateTimeOffset from,
        DateTimeOffset to)
    {
        var history = rows.History?.Value ?? new GroupPushHistory();
        var inGroup = await sales.SelectAsync(group.Id, rows.Rows, from - GroupPushHistory.Horizon);
        foreach (var entry in inGroup.SelectMany(sale => GroupSaleEntries.Of(sale, brandTime.Zone)))
            history = history.Add(entry);
        var situation = new GroupSituation(group.Kind, group.State, history)
        {
            Pauses = [.. PausesOf(group, board).Distinct()],
            Blackouts = [.. inGroup.Select(GroupSaleEntries.BlackoutOf).OfType<Blackout>()],
            CostsTap = taps.CostsTap,
            Channel = taps.CostsTap ? default : RoomOf(rows.RobotBudget?.Value, from),
        };
        return new PushFacts(
            situation,
            settings.LimitsOf(rows.Limits?.Value),
            brandTime.Zone,
            await library.ReadAsync(due),
            await taps.CountAsync(group, from, to, due is [var only] ? only.Push.Id : null));
    }

    // The robot's places for pushes; where a person sends, there is always room.
    static ChannelRoom RoomOf(RobotBudget? budget, DateTimeOffset now)
    {
        var (_, freeAt) = (budget ?? new RobotBudget()).Reserve(DeliveryPriority.Push, now);
        return new ChannelRoom(freeAt > now ? freeAt : null);
    }

    static IEnumerable<PushPause> PausesOf(Group group, PushBoard board)
    {
        if (board.Pause is not null) yield return PushPause.Brand;
        foreach (var hold in group.Holds)
            yield return hold.Cause is HoldCause.Crisis ? PushPause.Crisis : PushPause.Operator;
    }
}
