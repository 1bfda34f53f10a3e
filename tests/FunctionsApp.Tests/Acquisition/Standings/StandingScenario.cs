
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
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Tests.Groups;

namespace FunctionsApp.Tests.Acquisition.Standings;

/// <summary>The crediting part of the app on its own storage account, without a host.</summary>
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
        var retry = OptimisticRetry.InRealTime;
        var (groupsTable, campaignsTable) = (new GroupsTable(service, retry), new CampaignsTable(service, retry));
        var (people, catalog) = (new PeopleTable(service, retry), new CatalogTable(service, retry));
        var (standings, rewards) = (new StandingsTable(service, retry), new RewardsTable(service, retry));
        tables = [groupsTable, campaignsTable, people, catalog, standings, rewards];
        var (clock, locks) = (new StoppedClock(), new KeyedLock());
        groups = new GroupStore(groupsTable, new IdCatalog(catalog), locks, NoFollowUp.Instance);
        campaigns = new CampaignStore(
            campaignsTable,
            new IdCatalog(catalog),
            locks,
            groups,
            new CampaignCache(clock),
            new ScanEntry(limit: null));
        Standings = new StandingStore(
            standings, new RewardIndex(people, rewards), new ParticipationStore(people), clock);
        var invitees = new InviteeStore(people);
        crediting = new InvitationCrediting(
            campaigns,
            invitees,
            Standings,
            new RelatedInvitees(invitees, new IdentityStore(people)),
            new RewardFulfilment(Standings, new GiftStockStore(campaignsTable, locks)),
            new TargetInvitationService(Standings));
    }

    public StandingStore Standings { get; }

    public Campaign Campaign { get; }

    /// <summary>Creates the tables, a group and a campaign on an empty storage account.</summary>
    public static async Task<StandingScenario> CreateAsync(
        TableServiceClient service, params IReadOnlyList<(int Invites, RewardTerms Reward)> tiers) =>
        await CreateAsync(service, campaign => campaign with { Tiers = Tiers.None.Edit(tiers) });

    /// <summary>Creates the tables, a group and a changed sample of a campaign on an empty storage account.</summary>
    public static async Task<StandingScenario> CreateAsync(
        TableServiceClient service, Func<Campaign, Campaign> change)
    {
        var scenario = new StandingScenario(service, change(SampleCampaign()));
        await Task.WhenAll(scenario.tables.Select(table => table.EnsureAsync(CancellationToken.None)));
        await scenario.groups.CreateAsync(SampleGroup(), "group");
        await scenario.campaigns.CreateAsync(scenario.Campaign, "campaign");
        return scenario;
    }

    /// <summary>Another process on a storage account that has the campaign. It has empty caches.</summary>
    public static StandingScenario Open(
        TableServiceClient service, params IReadOnlyList<(int Invites, RewardTerms Reward)> tiers) =>
        new(service, SampleCampaign() with { Tiers = Tiers.None.Edit(tiers) });

    /// <summary>
    /// A person joins by the inviter's code, or by no code. The campaign has no target, so there are no actions.
    /// </summary>
    public Task JoinAsync(string invitee, string? inviter, int minute = 0, string? unionId = null)
    {
        var joined = new ChannelEvent.MemberJoined(Opens.AddMinutes(minute), "tea-1", invitee, "小林", "code", null);
        return crediting.RecordJoinAsync(
            joined with { UnionId = unionId },
            ["spring"],
            inviter is null ? null : new JoinCode("code", "spring", "poster", inviter));
    }

    public Task LeaveAsync(string invitee, int minute) => crediting.RecordLeaveAsync(
        new ChannelEvent.MemberLeft(Opens.AddMinutes(minute), "tea-1", invitee), ["spring"]);

    public Task ReviewAsync(string invitee, bool isAccepted) =>
        crediting.ReviewAsync(Campaign, invitee, new Review(isAccepted, "小张", Opens));

    public Task ReconsiderAsync(string member) => crediting.ReconsiderAsync(Campaign, member, Opens);

    /// <summary>Redeems the reward for this number of invites.</summary>
    public async Task RedeemAsync(string member, int invites)
    {
        var standing = (await Standings.FindAsync("spring", member))!;
        var reward = standing.Rewards.Single(reward => reward.Invites == invites);
        var redemption = new Redemption("key", Opens, "上海市静安区");
        await Standings.DecideAsync(
            "spring",
            Campaign.Terms,
            member,
            invitee: null,
            new StandingCommand.RedeemReward(reward.Id, redemption));
    }

    static Group SampleGroup() => new(
        "tea-1",
        "春茶福利群",
        GroupKind.SuperUser,
        500,
        new Charter("", "", [], [], EndsAt: null, ""),
        GroupState.Open,
        "https://work.weixin.qq.com/gm/abc",
        0,
        0,
        Opens);

    static Campaign SampleCampaign() =>
        new("spring", "春茶节", CampaignMode.PosterShare, Opens, Opens.AddDays(30), ["tea-1"], Opens)
        {
            GiftCapMinor = 300,
        };

    // The cache never expires, so the cost of a join does not include the read of the campaign every two seconds.
    sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Opens;
    }
}
