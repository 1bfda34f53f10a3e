using System.Globalization;
using TestSupport.LocalApp;

namespace TestSupport.HostCosts;

/// <summary>
/// Members who join a group of this kind one after the other, from the webhook to the end of their onboarding.
/// </summary>
public sealed class JoinScenario(string kind) : IHostCostScenario
{
    const string Group = "crowd";

    static readonly TimeSpan Interval = TimeSpan.FromMinutes(20);
    static readonly TimeSpan Onboarding = TimeSpan.FromDays(4);

    public async Task RunAsync(OperatorClient client, int count, int max)
    {
        ArgumentNullException.ThrowIfNull(client);
        await client.CreateGroupAsync(Group, kind, CountedApp.Start.AddDays(30));
        var at = CountedApp.Start;
        for (var n = 0; n < max; n++)
        {
            at += Interval;
            await client.AdvanceToAsync(at);
            if (n < count) await client.SendAsync(JoinOf(n, at), at);
        }

        await client.AdvanceToAsync(at + Onboarding);
    }

    static Join JoinOf(int n, DateTimeOffset at) => new(
        string.Create(CultureInfo.InvariantCulture, $"msg_{n}"),
        Group,
        string.Create(CultureInfo.InvariantCulture, $"u{n}"),
        "小林",
        at);
}
