using Community.Operators;
using Community.Platform;
using FunctionsApp.Operators.Directory;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Operators;

/// <summary>Instances of the app share nothing but the storage.</summary>
public sealed class SeveralInstancesTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Last_administrator_stays_when_each_instance_removes_another_one()
    {
        await using var own = await AppHost.StartAsync(new AppHostSetup());
        List<CreatedOperator> all = [];
        for (var i = 0; i < 4; i++) all.Add(await own.OperatorAsync());
        var instances = all.Select(_ => NewInstance(own)).ToList();

        var decided = await Task.WhenAll(
            all.Select((each, i) => instances[i].DecideAsync(new OperatorCommand.Remove(each.Id))));

        Assert.Single(decided, result => result.Events is [OperatorEvent.Refused]);
        Assert.Single((await instances[0].ReadAsync()).Operators);
    }

    [Fact]
    public async Task Session_that_starts_while_the_role_changes_has_the_role_of_the_roster()
    {
        var operatorOf = await app.OperatorAsync(OperatorRole.Operator);
        var (first, second) = (NewInstance(app), NewInstance(app));
        var tokenHash = (await first.FindAsync(operatorOf.Id))!.TokenHash;

        for (var round = 0; round < 20; round++)
        {
            var role = round % 2 == 0 ? OperatorRole.Viewer : OperatorRole.Operator;
            var hash = $"{operatorOf.Id}-{round}";
            await Task.WhenAll(
                first.DecideAsync(new OperatorCommand.StartSession(tokenHash, hash, app.Now)),
                second.DecideAsync(new OperatorCommand.Edit(operatorOf.Id, default, new(role))));

            var roster = await first.ReadAsync();
            foreach (var session in roster.SessionsOf(operatorOf.Id))
                Assert.Equal(role, (await first.FindSessionAsync(session.Hash))!.Value.Operator.Role);
            Assert.Equal(role, (await first.FindByTokenAsync(tokenHash))!.Role);
        }
    }

    static OperatorStore NewInstance(AppHost app) =>
        new(app.Services.GetRequiredService<OperatorsTable>(), new KeyedLock());
}
