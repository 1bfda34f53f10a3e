using System.Globalization;
using Benchmarks.Figures;
using FunctionsApp.Tests.Acquisition.Standings;
using LocalRuntime.Store;
using TestSupport;
using TestSupport.LocalApp;

namespace Benchmarks.Invitations;

/// <summary>Storage round trips of a credited join: of crediting alone, and in total from the webhook.</summary>
static class CreditCost
{
    const int Joins = 100;
    const int Target = 6;
    const string Id = "cost";
    const string Group = "cost-group";

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        var crediting = await CreditingAsync();
        var total = await TotalAsync();
        return
        [
            new Figure(
                "Round trips of crediting a join",
                crediting.ToString("0.0", CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"<= {Target}"),
                crediting <= Target,
                $"{Joins} newcomers by one inviter: the person, the inviter as a person, the inviter's standing and "
                + "the figures read, the standing written; the campaign's own row is read every two seconds besides"),
            Figure.ForInformation(
                "Round trips of a credited join from the webhook on",
                total.ToString("0.0", CultureInfo.InvariantCulture),
                "those above, one to take the message id, three for the place in the group, whose campaigns are read "
                + "with it and which a crowd shares, and the queue's: sending, receiving one message, deleting it"),
        ];
    }

    static async Task<double> CreditingAsync()
    {
        var scenario = await StandingScenario.CreateAsync(InMemoryStorage.NewTables());
        await scenario.JoinAsync("first", "ann");
        var before = StorageTransactions.Embedded;
        for (var n = 1; n <= Joins; n++) await scenario.JoinAsync(Name(n), "ann", n);
        return (StorageTransactions.Embedded - before) / (double)Joins;
    }

    static async Task<double> TotalAsync()
    {
        await using var app = await InProcessApp.StartAsync(":memory:", StandingScenario.Opens);
        using var client = new OperatorClient(app.Address);
        await client.CreateGroupAsync(Group);
        await client.PostAsync("/api/campaigns", new
        {
            id = Id,
            name = "春茶裂变",
            mode = "PosterShare",
            opensAt = StandingScenario.Opens,
            closesAt = StandingScenario.Opens.AddDays(7),
            groupIds = (string[])[Group],
        });
        var code = await client.ParticipateAsync(Id, "ann");
        var now = StandingScenario.Opens;
        await JoinAsync(0);
        var before = StorageTransactions.Embedded;
        for (var n = 1; n <= Joins; n++) await JoinAsync(n);
        return (StorageTransactions.Embedded - before) / (double)Joins;

        // The step is shorter than the cache time of a campaign, as in a stream of joins.
        async Task JoinAsync(int n)
        {
            now += TimeSpan.FromSeconds(1.5);
            await client.AdvanceToAsync(now);
            await client.SendAsync(new Join($"msg_{n}", Group, Name(n), "小林", now, code), now);
            await client.AdvanceToAsync(now);
        }
    }

    static string Name(int n) => string.Create(CultureInfo.InvariantCulture, $"u{n}");
}
