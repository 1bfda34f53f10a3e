using Azure.Data.Tables;
using Community.Acquisition.Campaigns;
using Community.Acquisition.Posters;
using Community.Acquisition.Standings;
using Community.Groups;
using Community.Messaging.Channels;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Credits;
using FunctionsApp.Acquisition.Invitees;
using FunctionsApp.Acquisition.Rewards;
using FunctionsApp.Acquisition.Standings;
using FunctionsApp.Acquisition.Targets;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Tests.Acquisition.Standings;

/// <summary>The part of the app that credits, on a storage account of its own and without a host: for counting, for many writers at once and for crashes.</summary>
sealed class StandingScenario
{
    public static readonly DateTimeOffset Opens = new(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(8));

    readonly InvitationCrediting crediting;
    readonly CampaignStore campaigns;
    readonly GroupStore groups;
    readonly IReadOnlyList<Table> tables;

    StandingScenario(TableServiceClient service, Campaign campaign)
    {
        Campaign = campaign;
        var (groupsTable, campaignsTable, people) = (new GroupsTable(service, OptimisticRetry.InRealTime), new CampaignsTable(service, OptimisticRetry.InRealTime), new PeopleTable(service, OptimisticRetry.InRealTime));
        var (catalog, standings, rewards) = (new CatalogTable(service, OptimisticRetry.InRealTime), new StandingsTable(service, OptimisticRetry.InRealTime), new RewardsTable(service, OptimisticRetry.InRealTime));
        tables = [groupsTable, campaignsTable, people, catalog, standings, rewards];
        groups = new GroupStore(groupsTable, new IdCatalog(catalog), new KeyedLock());
        campaigns = new CampaignStore(
            campaignsTable, new IdCatalog(catalog), new KeyedLock(), groups, new CampaignCache(new StillClock()));
        Standings = new StandingStore(standings, new RewardIndex(people, rewards), new StillClock());
        var invitees = new InviteeStore(people);
        var fulfilment = new RewardFulfilment(Standings, new GiftStockStore(campaignsTable, new KeyedLock()));
        crediting = new InvitationCrediting(
            campaigns, invitees, Standings, new FraudChecks(invitees), fulfilment, new TargetInvitationService(Standings));
    }

    public StandingStore Standings { get; }

    public Campaign Campaign { get; }

    public static async Task<StandingScenario> OnAsync(TableServiceClient service, params IReadOnlyList<(int Invites, RewardTerms Reward)> tiers)
    {
        var scenario = Create(service, tiers);
        await Task.WhenAll(scenario.tables.Select(table => table.EnsureAsync(CancellationToken.None)));
        var charter = new Charter("", "", [], [], EndsAt: null, "");
        await scenario.groups.CreateAsync(new Group("tea-1", "春茶福利群", GroupKind.SuperUser, 500, charter, GroupState.Open, "https://work.weixin.qq.com/gm/abc", 0, 0, Opens), "group");
        await scenario.campaigns.CreateAsync(scenario.Campaign, "campaign");
        return scenario;
    }

    /// <summary>Another process over scenario that are there: it remembers nothing.</summary>
    public static StandingScenario Create(TableServiceClient service, params IReadOnlyList<(int Invites, RewardTerms Reward)> tiers) => new(
        service,
        new Campaign("spring", "春茶节", CampaignMode.PosterShare, Opens, Opens.AddDays(30), ["tea-1"], Opens) { Tiers = Tiers.None.Edit(tiers) });

    /// <summary>Somebody comes by the inviter's code. There is no target here, so no sequence is ever started.</summary>
    public Task JoinAsync(string invitee, string inviter, int minute = 0) => crediting.RecordJoinAsync(
        new ChannelEvent.MemberJoined(Opens.AddMinutes(minute), "tea-1", invitee, "小林", "code", null),
        ["spring"],
        new JoinCode("code", "spring", "poster", inviter));

    /// <summary>Somebody goes.</summary>
    public Task LeaveAsync(string invitee, int minute) => crediting.RecordLeaveAsync(new ChannelEvent.MemberLeft(Opens.AddMinutes(minute), "tea-1", invitee), ["spring"]);

    /// <summary>Somebody decides on a doubtful credit.</summary>
    public Task ReviewAsync(string invitee, bool isAccepted) => crediting.ReviewAsync(Campaign, invitee, new Review(isAccepted, "小张", Opens));

    /// <summary>Somebody's scenario are looked at again.</summary>
    public Task ReconsiderAsync(string member) => crediting.ReconsiderAsync(Campaign, member, Opens);

    /// <summary>A member takes what they were granted for so many invitees.</summary>
    public async Task RedeemAsync(string member, int invites)
    {
        var reward = (await Standings.FindAsync("spring", member))!.Rewards.Single(reward => reward.Invites == invites);
        var command = new StandingCommand.RedeemReward(reward.Id, new Redemption("key", Opens, "上海市静安区"));
        await Standings.DecideAsync("spring", Campaign.Terms, member, invitee: null, command);
    }

    // Time in which a campaign would be read again is not counted in the cost of a join: a read every two seconds, however many join.
    sealed class StillClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Opens;
    }
}
