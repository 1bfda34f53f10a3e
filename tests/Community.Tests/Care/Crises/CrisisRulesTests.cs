using Community.Care.Crises;
using Community.Platform;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Care.Crises;

public sealed class CrisisRulesTests
{
    static readonly Decider<CrisisCommand, Crisis, CrisisEvent> Rules = new(CrisisRules.Decide, CrisisRules.Evolve);

    static readonly Crisis Opened = new(
        "c-1", "到货发霉", [new("tea-1"), new("tea-2"), new("tea-3")], "lin", "小王", Instants.Evening);

    static readonly Gen<CrisisCommand> Commands = Gen.Choose(0, 4).SelectMany(kind => kind switch
    {
        0 => Gen.Elements("核实", "联系供应商").Select<string, CrisisCommand>(
            text => new CrisisCommand.AddEntry(new CrisisEntry(Instants.Evening, "小王", text))),
        1 => Gen.Elements("我们看到了", "处理结果").Select<string, CrisisCommand>(
            text => new CrisisCommand.PublishStatement(text, "小王", Instants.Evening)),
        2 => Gen.Elements("u1", "u2").SelectMany(member => Gen.Elements(CrisisRole.Complaining, CrisisRole.Inciting)
            .Select<CrisisRole, CrisisCommand>(role => new CrisisCommand.NamePerson(Person(member, role)))),
        3 => Gen.Elements("tea-1", "tea-2", "other").Select<string, CrisisCommand>(
            group => new CrisisCommand.ReleaseGroups([group], "小李", Instants.Evening)),
        _ => Gen.Elements("已赔付", "误会").Select<string, CrisisCommand>(
            report => new CrisisCommand.Resolve(report, "小李", Instants.Evening)),
    });

    [Fact]
    public void Statement_goes_to_the_groups_that_are_frozen_then()
    {
        var outcome = Rules
            .Given(Opened, new CrisisEvent.GroupsReleased(["tea-2"], Instants.Evening, "小李"))
            .When(new CrisisCommand.PublishStatement("我们看到了", "小王", Instants.Evening));

        var published = Assert.IsType<CrisisEvent.StatementPublished>(outcome.Events[0]);
        Assert.Equal(["tea-1", "tea-3"], published.Statement.GroupIds);
        outcome.When(new CrisisCommand.PublishStatement("我们看到了", "小李", Instants.Evening)).ThenNothing();
    }

    [Fact]
    public void Group_that_another_crisis_froze_is_not_released()
    {
        var outcome = Rules.Given(Opened)
            .When(new CrisisCommand.ReleaseGroups(["tea-1", "other"], "小李", Instants.Evening));

        Assert.Equal(ConflictKind.State, RefusalOf(outcome.Events).ConflictKind);
        Assert.Equal(3, outcome.State.Frozen().Count());
    }

    [Fact]
    public void Person_of_a_group_outside_the_crisis_is_refused_with_the_field()
    {
        var stranger = Person("u1", CrisisRole.Inciting) with { GroupId = "other" };

        var outcome = Rules.Given(Opened).When(new CrisisCommand.NamePerson(stranger));

        Assert.Equal("groupId", RefusalOf(outcome.Events).Field);
    }

    [Fact]
    public void Statements_people_and_entries_have_limits()
    {
        var full = Opened with
        {
            StatementKeys = [.. Enumerable.Range(0, Crisis.MaxStatements).Select(number => $"s{number}")],
            Roles = Enumerable.Range(0, Crisis.MaxPeople)
                .ToDictionary(number => $"m{number}", _ => CrisisRole.Complaining),
        };
        IReadOnlyList<(Crisis State, CrisisCommand Command)> refused =
        [
            (full, new CrisisCommand.PublishStatement("再说一次", "小王", Instants.Evening)),
            (full, new CrisisCommand.NamePerson(Person("u1", CrisisRole.Inciting))),
            (
                Opened with { Entries = Crisis.MaxEntries },
                new CrisisCommand.AddEntry(new CrisisEntry(Instants.Evening, "小王", "核实"))),
        ];

        Assert.All(refused, each => Assert.Equal(
            ConflictKind.LimitReached, RefusalOf(Rules.Given(each.State).When(each.Command).Events).ConflictKind));
        Assert.Equal(
            CrisisState.Resolved,
            Rules.Given(Opened with { Entries = Crisis.MaxEntries })
                .When(new CrisisCommand.Resolve("已赔付", "小李", Instants.Evening)).State.State);
    }

    [Fact]
    public void Resolved_crisis_forgets_whom_it_named_and_what_was_written_last_and_an_open_one_does_not()
    {
        var named = Rules.Given(Opened)
            .When(new CrisisCommand.NamePerson(Person("u1", CrisisRole.Inciting)))
            .When(new CrisisCommand.AddEntry(new CrisisEntry(Instants.Evening, "小王", "u1 在群里煽动"))).State;

        var open = Rules.Given(named).When(new CrisisCommand.ForgetEvidence());
        var forgotten = Rules.Given(named)
            .When(new CrisisCommand.Resolve("已赔付", "小李", Instants.Evening))
            .When(new CrisisCommand.ForgetEvidence());

        Assert.Equal(ConflictKind.State, RefusalOf(open.Events).ConflictKind);
        Assert.Empty(forgotten.State.Roles);
        Assert.Null(forgotten.State.LatestEntry);
        Assert.Equal("已赔付", forgotten.State.Report);
        forgotten.When(new CrisisCommand.ForgetEvidence()).ThenNothing();
    }

    [Theory]
    [Seeds(1, 20261127)]
    public void Crisis_freezes_its_groups_until_they_are_released_and_ends_once(ulong seed) =>
        Property.CheckSequences(seed, Commands, commands =>
        {
            var crisis = Opened;
            string? report = null;
            HashSet<string> frozen = ["tea-1", "tea-2", "tea-3"];
            foreach (var command in commands)
            {
                var outcome = Rules.Given(crisis).When(command);
                var isRefused = outcome.Events is [CrisisEvent.Refused];

                if (!isRefused) outcome.When(command).ThenNothing();
                else Assert.Equal(crisis, outcome.State);
                if (command is CrisisCommand.ReleaseGroups release && !isRefused) frozen.ExceptWith(release.GroupIds);
                if (command is CrisisCommand.Resolve resolve && !isRefused)
                {
                    report ??= resolve.Report;
                    frozen.Clear();
                }

                crisis = outcome.State;
                Assert.Equal(frozen, crisis.Frozen().ToHashSet());
                Assert.Equal(report, crisis.Report);
                Assert.Equal(report is null ? CrisisState.Open : CrisisState.Resolved, crisis.State);
            }
        });

    static CrisisPerson Person(string memberId, CrisisRole role) =>
        new(memberId, "tea-1", role, "群里发了「大家一起投诉」", "小王", Instants.Evening);

    static Refusal RefusalOf(IReadOnlyList<CrisisEvent> events) =>
        Assert.IsType<CrisisEvent.Refused>(Assert.Single(events)).Refusal;
}
