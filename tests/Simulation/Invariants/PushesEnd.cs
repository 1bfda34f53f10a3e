using Community.Pushes.Occurrences;
using Simulation.Instances;
using Simulation.Runs;

namespace Simulation.Invariants;

sealed class PushesEnd : IInvariant
{
    // For the last step of the work, which is due when its time is over.
    static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(10);

    public string Name => "every push whose time is over has ended";

    public string Reason => "A push without an end is neither sent nor refused, and no report counts it.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        await foreach (var pushes in GroupPushes.ReadAsync(world, reader))
        {
            if (pushes.Count == 0) yield return "a group with plans has no pushes.";
            var due = pushes.Where(push => push.EndsAt + Tolerance < world.Clock.Now);
            foreach (var push in due.Where(push => push.View.State < PushState.Sent))
                yield return $"{push} is over and has not ended.";
            foreach (var push in pushes.Where(push => push.IsSent && push.View.SentAt is null))
                yield return $"{push} was sent at no instant.";
        }
    }
}
