using Community.Operators;
using Community.Platform;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Operators;

/// <summary>What holds after any commands, in any order.</summary>
public sealed class RosterProperties
{
    static readonly Gen<string> Ids = Gen.Elements("a", "b", "c");

    static readonly Gen<OperatorRole> Roles = Gen.Elements(Enum.GetValues<OperatorRole>());

    static readonly Gen<OperatorCommand> Commands = Gen.OneOf(
        from id in Ids
        from name in Gen.Elements("x", "X", "y", "z")
        from role in Roles
        select (OperatorCommand)new OperatorCommand.Create(SampleOperators.Create(id, name, role)),
        from id in Ids
        from name in Gen.Elements("x", "y", "Z")
        from role in Roles
        select (OperatorCommand)new OperatorCommand.Edit(id, new(name), new(role)),
        from id in Ids
        from number in Gen.Choose(1, 5)
        select (OperatorCommand)new OperatorCommand.ReplaceToken(id, $"token {number} of {id}", Instants.Evening),
        from id in Ids
        from number in Gen.Choose(1, 9)
        select (OperatorCommand)new OperatorCommand.StartSession($"token of {id}", $"s{number}", Instants.Evening),
        from number in Gen.Choose(1, 9)
        select (OperatorCommand)new OperatorCommand.EndSession($"s{number}"),
        Ids.Select(id => (OperatorCommand)new OperatorCommand.Remove(id)));

    [Theory]
    [Seeds(1, 20261120)]
    public void Once_there_is_an_administrator_there_is_always_one(ulong seed) =>
        Property.CheckSequences(seed, Commands, commands =>
        {
            var had = false;
            foreach (var roster in States(commands))
            {
                var has = roster.Operators.Any(other => other.Role is OperatorRole.Administrator);
                Assert.True(has || !had);
                had = has;
            }
        });

    [Theory]
    [Seeds(1, 20261120)]
    public void Names_ids_and_tokens_are_unique_and_every_session_has_an_operator(ulong seed) =>
        Property.CheckSequences(seed, Commands, commands => Assert.All(States(commands), roster =>
        {
            var operators = roster.Operators;
            Assert.Distinct(operators.Select(other => other.Id));
            Assert.Distinct(operators.Select(other => other.TokenHash));
            Assert.Distinct(operators.Select(other => other.Name), StringComparer.OrdinalIgnoreCase);
            Assert.All(roster.Sessions, session => Assert.NotNull(roster.Find(session.OperatorId)));
            Assert.All(operators, other => Assert.InRange(roster.SessionsOf(other.Id).Count(), 0, 5));
        }));

    static IEnumerable<OperatorRoster> States(IEnumerable<OperatorCommand> commands)
    {
        var roster = OperatorRoster.Empty;
        foreach (var command in commands)
        {
            roster = OperatorRules.Decide(command, roster).Aggregate(roster, OperatorRules.Evolve);
            yield return roster;
        }
    }
}
