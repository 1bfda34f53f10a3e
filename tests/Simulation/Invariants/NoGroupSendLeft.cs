using Community.Messaging.Deliveries;
using Community.Messaging.StaffTasks;
using FunctionsApp.Messaging.StaffTasks;
using Microsoft.Extensions.DependencyInjection;
using Simulation.Instances;
using Simulation.Runs;

namespace Simulation.Invariants;

/// <summary>
/// Finds group sends of WeCom that wait for their owners although their deliveries are over. One whose answer was lost
/// is left out: the app has no id of it, so a person was asked to look for it.
/// </summary>
sealed class NoGroupSendLeft : IInvariant
{
    // A push is withdrawn within three hours, and its group send at the next look at it.
    static readonly TimeSpan Tolerance = TimeSpan.FromHours(4);

    public string Name => "no group send waits whose delivery is over";

    public string Reason => "The owner confirms it later, and the group gets an offer that has ended.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        if (world.WeCom is not { GroupSends: var sends } platform) yield break;
        var tasks = reader.Instance.Services.GetRequiredService<StaffTaskStore>();
        foreach (var (group, chat) in platform.Chats.Where(chat => !chat.Value.IsDismissed))
        {
            var over = (await GroupLedger.ReadAsync(reader, group))
                .Where(row => row.State is DeliveryState.Sent or DeliveryState.Skipped or DeliveryState.Failed)
                .ToDictionary(row => row.Key, row => row.State, StringComparer.Ordinal);
            var waiting = sends.All.Where(send =>
                send is { CreateType: 0, SentAt: null, IsCancelled: false }
                && send.ChatIds.Contains(chat.Id)
                && send.CreatedAt + Tolerance < world.Clock.Now
                && over.ContainsKey(sends.KeyOf(send)!));
            foreach (var send in waiting)
            {
                var key = sends.KeyOf(send)!;
                if (await tasks.FindAsync(DeliveryTasks.IdOf(key, StaffTaskKind.CheckMessage)) is not null) continue;
                yield return $"{key} is {over[key]}, and its group send of {send.CreatedAt:u} waits for the owner.";
            }
        }
    }
}
