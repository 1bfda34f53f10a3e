using TestSupport.LocalApp;

namespace TestSupport.Crashes;

/// <summary>
/// Kills during a number of calls; the seed determines the instants, up to <paramref name="MaxUptime"/> after each
/// start.
/// </summary>
sealed record KillPlan(int Calls, int Kills, int Seed, TimeSpan MaxUptime);

/// <summary>Ends the app with <c>kill -9</c> at random instants and starts it again on the same store.</summary>
static class ProcessKiller
{
    /// <summary>
    /// Releases a share of the calls before each kill; after the last restart only unacknowledged calls remain.
    /// </summary>
    public static async Task RunAsync(AppProcess app, KillPlan plan, Action<int> release)
    {
        var random = new Random(plan.Seed);
        for (var kill = 0; kill < plan.Kills; kill++)
        {
            release((plan.Calls * (kill + 1) / plan.Kills) - (plan.Calls * kill / plan.Kills));
            await Task.Delay(plan.MaxUptime * random.NextDouble());
            await app.KillAsync();
            await app.StartAsync();
        }
    }
}
