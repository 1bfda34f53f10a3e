using Community.Messaging.Channels.WeCom;
using FakeWeCom;
using Simulation.Instances;
using Simulation.Plans;
using Simulation.Runs;

namespace Simulation.Invariants;

/// <summary>
/// Counts the group sends to each chat of WeCom. One that the app prepares needs a place in the period beside its other
/// ones and beside those that the platform told it of some time before: of others, and of its own that an owner
/// confirmed in a later period. The platform must be asked about each that others sent.
/// </summary>
sealed class GroupSendLimitKept : IInvariant
{
    // A pass that fails is repeated an hour later.
    static readonly TimeSpan CountedWithin = TimeSpan.FromMinutes(75);
    static readonly TimeSpan AskedWithin = TimeSpan.FromHours(8);

    // The app may have taken the place in the period before.
    static readonly TimeSpan Edge = TimeSpan.FromMinutes(10);

    public string Name => "no chat gets more group sends than the limit, those of others included";

    public string Reason => "The platform drops what is above the limit, and the group never sees the offer.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        await Task.CompletedTask;
        if (world.WeCom is not { GroupSends: var sends } platform) yield break;
        var limit = world.Plan.Setting.GroupSendLimit;
        foreach (var (group, chat) in platform.Chats)
        {
            var all = sends.All.Where(send => send.ChatIds.Contains(chat.Id)).ToList();
            foreach (var own in all.Where(IsOwn).Where(own => PeriodOf(own.CreatedAt - Edge, limit) == Period(own)))
            {
                var places = all.Count(other => other != own && TakesPlaceBefore(other, own, chat.Id));
                if (places >= AllowanceOf(Period(own), limit))
                    yield return $"{sends.KeyOf(own)} is a group send to {group} at {own.CreatedAt:u}, which had "
                        + $"{places} in the period.";
            }

            foreach (var other in all.Where(send => !IsOwn(send) && send.CreatedAt + AskedWithin < world.Clock.Now))
            {
                if (sends.ShownAt(other) is null)
                    yield return $"the app never asked about a group send of others to {group} at "
                        + $"{other.CreatedAt:u}.";
            }
        }

        DateOnly Period(FakeGroupSend send) => PeriodOf(send.CreatedAt, limit);

        bool TakesPlaceBefore(FakeGroupSend other, FakeGroupSend own, string chatId)
        {
            if (IsOwn(other) && Period(other) == Period(own)) return other.CreatedAt < own.CreatedAt;
            return other.StatusOf(chatId) == 1
                && PeriodOf(other.SentAt!.Value, limit) == Period(own)
                && sends.ShownAt(other) + CountedWithin < own.CreatedAt;
        }
    }

    static bool IsOwn(FakeGroupSend send) => send.CreateType == 0;

    // The first local day.
    static DateOnly PeriodOf(DateTimeOffset at, GroupSendLimit limit)
    {
        var day = DateOnly.FromDateTime(at.ToOffset(Behaviour.FromFile.Start.Offset).DateTime);
        return limit switch
        {
            GroupSendLimit.Monthly => day.AddDays(1 - day.Day),
            GroupSendLimit.Weekly => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
            _ => day,
        };
    }

    static int AllowanceOf(DateOnly first, GroupSendLimit limit) => limit switch
    {
        GroupSendLimit.Monthly => DateTime.DaysInMonth(first.Year, first.Month),
        GroupSendLimit.Weekly => 7,
        _ => 1,
    };
}
