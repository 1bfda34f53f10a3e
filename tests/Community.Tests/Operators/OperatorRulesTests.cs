using Community.Operators;
using Community.Platform;
using static Community.Tests.Operators.SampleOperators;

namespace Community.Tests.Operators;

public sealed class OperatorRulesTests
{
    static readonly Decider<OperatorCommand, OperatorRoster, OperatorEvent> Rules =
        new(OperatorRules.Decide, OperatorRules.Evolve);

    [Fact]
    public void Created_operator_is_on_the_roster_once()
    {
        var create = new OperatorCommand.Create(Li);

        var outcome = Rules.Given(OperatorRoster.Empty).When(create);

        outcome.Then(new OperatorEvent.Created(Li));
        Assert.Equal([Li], outcome.State.Operators);
        outcome.When(create).ThenNothing();
    }

    [Theory]
    [InlineData("小李")]
    [InlineData(" 小李 ")]
    public void Name_of_another_operator_is_refused(string name)
    {
        Rules.Given(Both).When(new OperatorCommand.Create(Create("other", name, OperatorRole.Viewer)))
            .Then(Conflict(ConflictKind.AlreadyExists, "another operator has this name"));
        Rules.Given(Both).When(new OperatorCommand.Edit(Wang.Id, new(name), default))
            .Then(Conflict(ConflictKind.AlreadyExists, "another operator has this name"));
    }

    [Fact]
    public void Names_that_differ_in_case_only_are_the_same()
    {
        var roster = new OperatorRoster([Create("ann", "Ann", OperatorRole.Viewer)], []);

        Rules.Given(roster).When(new OperatorCommand.Create(Create("other", "ANN", OperatorRole.Viewer)))
            .Then(Conflict(ConflictKind.AlreadyExists, "another operator has this name"));
        Rules.Given(roster).When(new OperatorCommand.Edit("ann", new("ANN"), default))
            .Then(new OperatorEvent.Renamed("ann", "ANN"));
    }

    [Fact]
    public void Roster_takes_no_more_operators_than_its_document_holds()
    {
        var full = new OperatorRoster(
            [.. Enumerable.Range(1, 200).Select(i => Create($"id-{i}", $"name {i}", OperatorRole.Viewer))], []);

        Rules.Given(full).When(new OperatorCommand.Create(Wang))
            .Then(Conflict(ConflictKind.LimitReached, "there are 200 operators already"));
    }

    [Theory]
    [InlineData(OperatorRole.Operator)]
    [InlineData(OperatorRole.Viewer)]
    public void Last_administrator_is_neither_demoted_nor_removed(OperatorRole role)
    {
        Rules.Given(Both).When(new OperatorCommand.Edit(Wang.Id, default, new(role)))
            .Then(Conflict(ConflictKind.LastAdministrator, "the last administrator stays one"));
        Rules.Given(Both).When(new OperatorCommand.Remove(Wang.Id))
            .Then(Conflict(ConflictKind.LastAdministrator, "the last administrator stays one"));
    }

    [Fact]
    public void Administrator_leaves_once_there_is_another_one()
    {
        var promoted = new OperatorEvent.RoleChanged(Li.Id, OperatorRole.Administrator);

        Rules.Given(Both, promoted).When(new OperatorCommand.Remove(Wang.Id))
            .Then(new OperatorEvent.Removed(Wang.Id));
        Rules.Given(Both, promoted).When(new OperatorCommand.Edit(Wang.Id, default, new(OperatorRole.Viewer)))
            .Then(new OperatorEvent.RoleChanged(Wang.Id, OperatorRole.Viewer));
    }

    [Fact]
    public void Edit_changes_the_fields_that_are_present_and_a_repeat_changes_nothing()
    {
        var edit = new OperatorCommand.Edit(Li.Id, new("李雷"), new(OperatorRole.Viewer));

        Rules.Given(Both).When(edit)
            .Then(new OperatorEvent.Renamed(Li.Id, "李雷"), new OperatorEvent.RoleChanged(Li.Id, OperatorRole.Viewer))
            .When(edit)
            .ThenNothing();
    }

    [Fact]
    public void New_token_ends_the_sessions_of_its_operator_only()
    {
        var (own, others) = (new OperatorSession(Li.Id, "s1"), new OperatorSession(Wang.Id, "s2"));
        var signedIn = Both with { Sessions = [own, others] };
        var replace = new OperatorCommand.ReplaceToken(Li.Id, "new", Instants.Evening.AddDays(1));

        var outcome = Rules.Given(signedIn).When(replace);

        outcome.Then(
            new OperatorEvent.TokenReplaced(Li.Id, "new", Instants.Evening.AddDays(1)),
            new OperatorEvent.SessionEnded(own));
        Assert.Equal([others], outcome.State.Sessions);
        Assert.Null(outcome.State.FindByToken(Li.TokenHash));
        outcome.When(replace).ThenNothing();
    }

    [Fact]
    public void Removal_ends_the_sessions()
    {
        var session = new OperatorSession(Li.Id, "s1");

        var outcome = Rules.Given(Both with { Sessions = [session] }).When(new OperatorCommand.Remove(Li.Id));

        outcome.Then(new OperatorEvent.Removed(Li.Id), new OperatorEvent.SessionEnded(session));
        outcome.When(new OperatorCommand.Remove(Li.Id)).ThenNothing();
    }

    [Fact]
    public void Sixth_session_ends_the_oldest_one()
    {
        var sessions = Enumerable.Range(1, 5).Select(i => new OperatorSession(Li.Id, $"s{i}")).ToList();
        var start = new OperatorCommand.StartSession(Li.TokenHash, "s6", Instants.Evening);

        Rules.Given(Both with { Sessions = sessions }).When(start)
            .Then(
                new OperatorEvent.SessionEnded(sessions[0]),
                new OperatorEvent.SessionStarted(new(Li.Id, "s6"), Instants.Evening))
            .When(start)
            .ThenNothing();
    }

    [Fact]
    public void Wrong_token_starts_no_session() =>
        Rules.Given(Both).When(new OperatorCommand.StartSession("wrong", "s1", Instants.Evening)).ThenNothing();

    [Fact]
    public void Session_ends_once()
    {
        var session = new OperatorSession(Li.Id, "s1");

        Rules.Given(Both with { Sessions = [session] }).When(new OperatorCommand.EndSession("s1"))
            .Then(new OperatorEvent.SessionEnded(session))
            .When(new OperatorCommand.EndSession("s1"))
            .ThenNothing();
    }

    static OperatorEvent.Refused Conflict(ConflictKind kind, string reason) => new(Refusal.Conflict(kind, reason));
}
