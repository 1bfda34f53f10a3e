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

    StandingScenario(TableServiceClient service, Campaign campaign)
    {
        (Tables, Campaign) = (new Tables(service), campaign);
        groups = new GroupStore(Tables, new IdCatalog(Tables));
        campaigns = new CampaignStore(Tables, new IdCatalog(Tables), groups, new CampaignCache(new StillClock()));
        Standings = new StandingStore(Tables, new RewardIndex(Tables), new StillClock());
        var invitees = new InviteeStore(Tables);
        var desk = new RewardFulfilment(Standings, new GiftStockStore(Tables, new KeyedLock()));
        crediting = new InvitationCrediting(campaigns, invitees, Standings, new FraudChecks(invitees), desk, new TargetInvitationService(Standings));
    }

    public Tables Tables { get; }

    public StandingStore Standings { get; }

    public Campaign Campaign { get; }

    public static async Task<StandingScenario> OnAsync(string connection, params IReadOnlyList<(int Invites, RewardTerms Reward)> tiers)
    {
        var books = Create(connection, tiers);
        await Task.WhenAll(books.Tables.All.Select(table => table.EnsureAsync(CancellationToken.None)));
        var charter = new Charter("", "", [], [], EndsAt: null, "");
        await books.groups.CreateAsync(new Group("tea-1", "春茶福利群", GroupKind.SuperUser, 500, charter, GroupState.Open, "https://work.weixin.qq.com/gm/abc", 0, 0, Opens), "group");
        await books.campaigns.CreateAsync(books.Campaign, "campaign");
        return books;
    }

    /// <summary>Another process over books that are there: it remembers nothing.</summary>
    public static StandingScenario Create(string connection, params IReadOnlyList<(int Invites, RewardTerms Reward)> tiers) => new(
        new TableServiceClient(connection),
        new Campaign("spring", "春茶节", CampaignMode.PosterShare, Opens, Opens.AddDays(30), ["tea-1"], Opens) { Tiers = Tiers.None.Edited(tiers) });

    /// <summary>Somebody comes by the inviter's code. There is no target here, so no sequence is ever started.</summary>
    public Task JoinAsync(string invitee, string inviter, int minute = 0) => crediting.RecordJoinAsync(
        new ChannelEvent.MemberJoined(Opens.AddMinutes(minute), "tea-1", invitee, "小林", "code", null),
        ["spring"],
        new JoinCode("code", "spring", "poster", inviter),
        durable: null!);

    /// <summary>Somebody goes.</summary>
    public Task LeaveAsync(string invitee, int minute) => crediting.RecordLeaveAsync(new ChannelEvent.MemberLeft(Opens.AddMinutes(minute), "tea-1", invitee), ["spring"], durable: null!);

    /// <summary>Somebody decides on a doubtful credit.</summary>
    public Task ReviewAsync(string invitee, bool isAccepted) => crediting.ReviewAsync(Campaign, invitee, new Review(isAccepted, "小张", Opens), durable: null!);

    /// <summary>Somebody's books are looked at again.</summary>
    public Task ReconsiderAsync(string member) => crediting.ReconsiderAsync(Campaign, member, Opens, durable: null!);

    /// <summary>A member takes what they were granted for so many invitees.</summary>
    public async Task RedeemAsync(string member, int invites)
    {
        var reward = (await Standings.FindAsync("spring", member))!.Rewards.Single(reward => reward.Invites == invites);
        var command = new StandingCommand.Redeem(reward.Id, new Redemption("key", Opens, "上海市静安区"));
        await Standings.DecideAsync("spring", Campaign.Terms, member, invitee: null, command);
    }

    // Time in which a campaign would be read again is not counted in the cost of a join: a read every two seconds, however many join.
    sealed class StillClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Opens;
    }
}
