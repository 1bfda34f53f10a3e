using Community.Messaging.Deliveries;
using Simulation.Instances;
using Simulation.Runs;

namespace Simulation.Invariants;

sealed class NoGroupSendLeft : IInvariant
{
    // A push is withdrawn within three hours, and its group send at the next look at it.
    static readonly TimeSpan Tolerance = TimeSpan.FromHours(4);

    public string Name => "no group send waits whose delivery is over";

    public string Reason => "The owner confirms it later, and the group gets an offer that has ended.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        if (world.WeCom is not { GroupSends: var sends } platform) yield break;
        foreach (var (group, chat) in platform.Chats.Where(chat => !chat.Value.IsDismissed))
        {
            var states = (await GroupLedger.ReadAsync(reader, group))
                .ToDictionary(row => row.Key, row => row.State, StringComparer.Ordinal);
            var waiting = sends.All.Where(send =>
                send is { CreateType: 0, SentAt: null, IsCancelled: false }
                && send.ChatIds.Contains(chat.Id)
                && send.CreatedAt + Tolerance < world.Clock.Now);
            foreach (var send in waiting)
            {
                var (key, state) = (sends.KeyOf(send)!, states.GetValueOrDefault(sends.KeyOf(send)!));
                if (state is DeliveryState.Sent or DeliveryState.Skipped or DeliveryState.Failed)
                    yield return $"{key} is {state}, and its group send of {send.CreatedAt:u} waits for the owner.";
            }
        }
    }
}
