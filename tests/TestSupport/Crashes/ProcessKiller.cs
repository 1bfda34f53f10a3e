using TestSupport.LocalApp;

namespace TestSupport.Crashes;

/// <summary>So many kills while so many things are told; the seed makes the instants, the longest life their scale.</summary>
sealed record KillPlan(int Targets, int Kills, int Seed, TimeSpan MaxUptime);

/// <summary>Ends the app with <c>kill -9</c> at random instants and starts it again on the same store.</summary>
static class ProcessKiller
{
    /// <summary>Each life has things of its own to be told and those that the one before left unacknowledged; the last life has none of its own.</summary>
    public static async Task RunAsync(AppProcess app, KillPlan plan, Action<int> release)
    {
        var random = new Random(plan.Seed);
        for (var kill = 0; kill < plan.Kills; kill++)
        {
            release((plan.Targets * (kill + 1) / plan.Kills) - (plan.Targets * kill / plan.Kills));
            await Task.Delay(plan.MaxUptime * random.NextDouble());
            await app.KillAsync();
            await app.StartAsync();
        }
    }
}
