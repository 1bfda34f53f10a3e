using FakeWeCom;
using Simulation.Instances;
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
        var limits = platform.Server.GroupSends;
        foreach (var (group, chat) in platform.Chats)
        {
            var all = sends.All.Where(send => send.ChatIds.Contains(chat.Id)).ToList();
            foreach (var own in all.Where(IsOwn).Where(own => limits.PeriodOf(own.CreatedAt - Edge) == Period(own)))
            {
                var places = all.Count(other => other != own && TakesPlaceBefore(other, own, chat.Id));
                if (places >= limits.AllowedIn(own.CreatedAt))
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

        DateOnly Period(FakeGroupSend send) => limits.PeriodOf(send.CreatedAt);

        bool TakesPlaceBefore(FakeGroupSend other, FakeGroupSend own, string chatId)
        {
            if (IsOwn(other) && Period(other) == Period(own)) return other.CreatedAt < own.CreatedAt;
            return other.StatusOf(chatId) == 1
                && limits.PeriodOf(other.SentAt!.Value) == Period(own)
                && sends.ShownAt(other) + CountedWithin < own.CreatedAt;
        }
    }

    static bool IsOwn(FakeGroupSend send) => send.CreateType == 0;
}
