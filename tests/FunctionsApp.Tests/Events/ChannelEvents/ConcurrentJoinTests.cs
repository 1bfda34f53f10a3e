using System.Text.Json;
using Azure.Data.Tables;
using Community.Groups;
using Community.Groups.Members;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Tests.Groups;
using TestSupport;

namespace FunctionsApp.Tests.Events.ChannelEvents;

/// <summary>
/// Concurrent commands of one group are decided in one batch, with the same result as commands one after the other.
/// </summary>
public sealed class ConcurrentJoinTests(AzuriteFixture azurite)
{
    static readonly DateTimeOffset Opens = new(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData(1)]
    [InlineData(20261124)]
    public async Task Concurrent_commands_have_the_same_result_as_sequential_ones(int seed)
    {
        var random = new Random(seed);
        var commands = Enumerable.Range(0, 400).Select(_ => NextCommand(random)).ToList();
        var (sequential, concurrent) = (await GroupAsync(Embedded()), await GroupAsync(Embedded()));

        foreach (var (member, command) in commands)
            await sequential.Attendance.DecideAsync("tea-1", member, command);
        await Task.WhenAll(commands.Select(one => concurrent.Attendance.DecideAsync("tea-1", one.Member, one.Command)));

        Assert.Equal(await MembersAsync(sequential.Groups), await MembersAsync(concurrent.Groups));
        Assert.Equal(
            Counts(await sequential.Groups.FindAsync("tea-1")), Counts(await concurrent.Groups.FindAsync("tea-1")));
    }

    [Fact]
    public async Task Each_concurrent_join_gets_the_group_as_it_is_after_the_join()
    {
        var (groups, attendance) = await GroupAsync(Embedded());
        await groups.AddCampaignAsync("tea-1", "spring");

        var after = await Task.WhenAll(
            Enumerable.Range(0, 250).Select(n => attendance.DecideAsync("tea-1", $"u{n}", Join(n))));

        Assert.Equal(Enumerable.Range(1, 250), after.Select(one => one!.Group.MemberCount));
        Assert.Equal(Enumerable.Range(0, 250).Select(n => $"u{n}"), after.Select(one => one!.Member.MemberId));
        Assert.All(after, one => Assert.Equal(["spring"], one!.CampaignIds));
    }

    [Fact]
    public async Task Members_of_an_unknown_group_are_counted_when_it_is_created()
    {
        var connection = Embedded();
        var (groups, attendance) = Create(connection);
        await EnsureTablesAsync(connection);

        var joins = Enumerable.Range(0, 30).Select(n => attendance.DecideAsync("tea-1", $"u{n}", Join(n)));
        Assert.All(await Task.WhenAll(joins), Assert.Null);
        await groups.CreateAsync(Tea, "group");

        Assert.Equal(30, (await groups.FindAsync("tea-1"))!.Value.MemberCount);
    }

    [Fact]
    public async Task Two_processes_count_each_joining_member_once()
    {
        Assert.SkipWhen(NodePeers.Skipped, "AZURITE=skip");
        var account = new TableServiceClient(await azurite.ConnectionStringAsync());
        var (one, other) = (await GroupAsync(account), Create(account));

        await Task.WhenAll(Enumerable.Range(0, 300).Select(n =>
        {
            var process = n % 2 == 0 ? one : other;
            return process.Attendance.DecideAsync("tea-1", $"u{n % 200}", Join(n % 200));
        }));

        Assert.Equal(200, (await one.Groups.FindAsync("tea-1"))!.Value.MemberCount);
        Assert.Equal(200, (await one.Groups.AllMembersAsync("tea-1")).Count);
    }

    static Group Tea => new(
        "tea-1",
        "春茶福利群",
        GroupKind.SuperUser,
        Capacity: 40,
        new Charter("", "", [], [], EndsAt: null, ""),
        GroupState.Open,
        "https://work.weixin.qq.com/gm/abc",
        MemberCount: 0,
        Overflow: 0,
        Opens);

    static (GroupState State, int Members, int Overflow) Counts(Stored<Group>? group) =>
        (group!.Value.State, group.Value.MemberCount, group.Value.Overflow);

    static async Task<string> MembersAsync(GroupStore groups) =>
        JsonSerializer.Serialize(await groups.AllMembersAsync("tea-1"));

    static TableServiceClient Embedded() => InMemoryStorage.NewTables();

    static async Task<(GroupStore Groups, AttendanceStore Attendance)> GroupAsync(TableServiceClient service)
    {
        await EnsureTablesAsync(service);
        var stores = Create(service);
        await stores.Groups.CreateAsync(Tea, "group");
        return stores;
    }

    static Task EnsureTablesAsync(TableServiceClient service) => Task.WhenAll(
        new GroupsTable(service, OptimisticRetry.InRealTime).EnsureAsync(CancellationToken.None),
        new CatalogTable(service, OptimisticRetry.InRealTime).EnsureAsync(CancellationToken.None));

    static (GroupStore Groups, AttendanceStore Attendance) Create(TableServiceClient service)
    {
        var table = new GroupsTable(service, OptimisticRetry.InRealTime);
        var catalog = new IdCatalog(new CatalogTable(service, OptimisticRetry.InRealTime));
        var groups = new GroupStore(table, catalog, new KeyedLock(), NoFollowUp.Instance);
        return (groups, new AttendanceStore(table, groups));
    }

    static AttendanceCommand.Join Join(int n) => new($"小林{n}", null, null, Opens.AddSeconds(n));

    // Few people and few instants give many repeats, returns and contradictions.
    static (string Member, AttendanceCommand Command) NextCommand(Random random)
    {
        var at = Opens.AddSeconds(random.Next(60));
        return ($"u{random.Next(60)}", random.Next(5) switch
        {
            0 => new AttendanceCommand.Leave(at),
            1 => new AttendanceCommand.Rename($"小周{random.Next(3)}", at),
            _ => new AttendanceCommand.Join($"小林{random.Next(3)}", null, null, at),
        });
    }
}
