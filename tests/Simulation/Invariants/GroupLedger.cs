using System.Text.Json;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Platform.Http;
using Simulation.Instances;

namespace Simulation.Invariants;

/// <summary>The ledger of a group at the end of a run.</summary>
static class GroupLedger
{
    public static async Task<IReadOnlyList<DeliveryView>> ReadAsync(ApiReader reader, string group) =>
        [.. (await reader.ListAsync($"/api/deliveries?groupId={group}"))
            .Select(row => row.Deserialize<DeliveryView>(ApiJson.Options)!)];
}
