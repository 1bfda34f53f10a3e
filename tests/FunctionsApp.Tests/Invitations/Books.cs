using Azure.Data.Tables;
using Community.Campaigns;
using Community.Channels;
using Community.Groups;
using Community.Posters;
using FunctionsApp.Campaigns;
using FunctionsApp.Groups;
using FunctionsApp.Invitations;
using FunctionsApp.Rewards;
using FunctionsApp.Storage;

namespace FunctionsApp.Tests.Invitations;

/// <summary>The part of the app that credits, on a storage account of its own and without a host: for counting and for many writers at once.</summary>
sealed class Books
{
    public static readonly DateTimeOffset Opens = new(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(8));

    readonly Crediting crediting;
    readonly CampaignStore campaigns;
    readonly GroupStore groups;

    Books(TableServiceClient service)
    {
        Tables = new Tables(service);
        groups = new GroupStore(Tables, new Catalog(Tables));
        campaigns = new CampaignStore(Tables, new Catalog(Tables), groups, new CampaignDirectory(TimeProvider.System));
        Standings = new StandingStore(Tables, new RewardIndex(Tables), new Lanes());
        var invitees = new InviteeStore(Tables);
        var desk = new RewardDesk(Standings, new GiftStock(Tables));
        crediting = new Crediting(groups, campaigns, invitees, Standings, new Doubts(invitees), desk, new TargetInvitations(Standings));
    }

    public Tables Tables { get; }

    public StandingStore Standings { get; }

    public Campaign Campaign { get; } = new("spring", "春茶节", CampaignMode.PosterShare, Opens, Opens.AddDays(30), ["tea-1"], Opens);

    public static async Task<Books> OnAsync(string connection)
    {
        var books = new Books(new TableServiceClient(connection));
        await Task.WhenAll(books.Tables.All.Select(table => table.EnsureAsync(TestContext.Current.CancellationToken)));
        var charter = new Charter("", "", [], [], EndsAt: null, "");
        await books.groups.CreateAsync(new Group("tea-1", "春茶福利群", GroupKind.SuperUser, 500, charter, GroupState.Open, Bodies.JoinUrl, 0, 0, Opens), "group");
        await books.campaigns.CreateAsync(books.Campaign, "campaign");
        return books;
    }

    /// <summary>Somebody comes by the inviter's code. There is no target here, so no sequence is ever started.</summary>
    public Task ComeAsync(string invitee, string inviter, int minute = 0) => crediting.ArriveAsync(
        new ChannelEvent.MemberJoined(Opens.AddMinutes(minute), "tea-1", invitee, "小林", "code", null),
        new JoinCode("code", "spring", "poster", inviter),
        sequences: null!);
}
