using LocalRuntime.Store;
using Simulation.Instances;
using Simulation.Runs;

namespace Simulation.Invariants;

sealed class NothingLeftBehind : IInvariant
{
    public string Name => "nothing that could be done is left";

    public string Reason => "Once faults stop, every message is worked off; one that still lies there, or was given up, is an event that was never handled.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        await Task.CompletedTask;
        const string Left = "SELECT q.name, count(*), min(m.text) FROM queue_messages m JOIN queues q ON q.id = m.queue_id WHERE m.visible_on <= $1 OR q.name LIKE '%-poison' GROUP BY q.name";
        foreach (var (queue, count, text) in world.Store.Read(connection => connection.Query(Left, row => (row.GetString(0), row.GetInt32(1), row.GetString(2)), world.Clock.Now.UtcTicks)))
            yield return $"{queue} still holds {count}: {System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(text))}";
    }
}
