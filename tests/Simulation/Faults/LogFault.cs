using System.Text;
using LocalRuntime.Store;
using Microsoft.Extensions.Logging;

namespace Simulation.Faults;

/// <summary>Logs the newest channel event after each write to its queue, as a careless handler does.</summary>
sealed class LogFault(string name) : IPlantedFault
{
    const string Newest =
        """
        SELECT m.text FROM queue_messages m JOIN queues q ON q.id = m.queue_id
        WHERE q.name = 'channel-events' ORDER BY m.sequence DESC LIMIT 1
        """;

    public string Name => name;

    public void AfterRequest(EmbeddedStore store, StorageRequest request, ILogger log)
    {
        if (request is not { Service: "queue", Operation: "send", Target: "channel-events" }) return;
        foreach (var text in store.Read(connection => connection.Query(Newest, row => row.GetString(0))))
            log.LogDebug("Received {Event}", Encoding.UTF8.GetString(Convert.FromBase64String(text)));
    }
}
