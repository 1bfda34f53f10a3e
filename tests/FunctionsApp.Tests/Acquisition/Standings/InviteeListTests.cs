using System.Net;
using System.Text.Json.Nodes;
using Community.Acquisition.Standings;
using FunctionsApp.Acquisition.Standings;

namespace FunctionsApp.Tests.Acquisition.Standings;

public sealed class InviteeListTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Standings_have_the_name_of_the_latest_join_and_none_of_a_participant_who_joined_no_group()
    {
        var (campaign, group) = await app.DriveAsync();
        await app.JoinAsync(group, "named", name: "晓梅", at: app.Now.AddDays(-2));
        await app.JoinAsync(await app.GroupAsync(), "named", name: "晓梅-苏州", at: app.Now.AddDays(-1));
        await app.JoinAsync(await app.GroupAsync(), "named", name: "早先的名字", at: app.Now.AddDays(-3));
        await app.InviteAsync(campaign, group, "named", 1);
        await app.InviteAsync(campaign, group, "elsewhere", 1);

        Assert.Equal("晓梅-苏州", (await app.StandingAsync(campaign, "named")).Name);
        Assert.Null((await app.StandingAsync(campaign, "elsewhere")).Name);
    }

    [Fact]
    public async Task Invitees_are_listed_with_the_reason_why_they_do_not_count()
    {
        var (campaign, group) = await app.DriveAsync("DirectInvite", body => body["newcomersOnly"] = true);
        var (joined, by) = (app.Now.AddHours(-2), app.NewId("inviter"));
        await app.BringAsync(group, $"{by}-counts", by, joined);
        await app.BringAsync(group, $"{by}-left", by, joined);
        await app.LeaveAsync(group, $"{by}-left", app.Now.AddHours(-1));
        await app.JoinAsync(await app.GroupAsync(), $"{by}-old", at: app.Now.AddDays(-9));
        await app.BringAsync(group, $"{by}-old", by, joined);

        var invitees = await InviteesAsync(campaign, by);

        Assert.Equal(
            [
                ($"{by}-counts", CreditState.Credited, null),
                ($"{by}-left", CreditState.Revoked, CreditReason.LeftEarly),
                ($"{by}-old", CreditState.Refused, CreditReason.NotANewcomer),
            ],
            invitees.Select(invitee => (invitee.InviteeId, invitee.State, invitee.Reason)));
        Assert.All(invitees, invitee => Assert.Equal(("小林", joined), (invitee.Name, invitee.JoinedAt)));
        Assert.Equal([false, true, false], invitees.Select(invitee => invitee.HasLeft));
    }

    [Fact]
    public async Task Review_is_told_with_the_invitee()
    {
        var (campaign, group) = await app.DriveAsync("DirectInvite");
        var (ann, bob) = (app.NewId("ann"), app.NewId("bob"));
        await app.BringAsync(group, bob, ann);
        await app.BringAsync(group, ann, bob);
        var doubtful = Assert.Single(await InviteesAsync(campaign, ann));

        var review = new JsonObject { ["decision"] = "refuse", ["by"] = "小张" };
        (await app.PostAsync($"/api/campaigns/{campaign}/reviews/{bob}", review)).Expecting(HttpStatusCode.OK);

        Assert.Equal(
            (CreditState.UnderReview, CreditReason.Doubtful, FraudSignal.Ring),
            (doubtful.State, doubtful.Reason, Assert.Single(doubtful.Signals)));
        var refused = Assert.Single(await InviteesAsync(campaign, ann));
        Assert.Equal((CreditState.Refused, CreditReason.RefusedByReview), (refused.State, refused.Reason));
        Assert.Equal(new ReviewView(IsAccepted: false, "小张", app.Now), refused.Review);
    }

    [Fact]
    public async Task Person_whom_another_member_invited_first_is_listed_under_that_member_only()
    {
        var (campaign, group) = await app.DriveAsync("DirectInvite");
        var (first, second, guest) = (app.NewId("first"), app.NewId("second"), app.NewId("guest"));
        await app.BringAsync(group, guest, second, app.Now.AddMinutes(-1));
        await app.BringAsync(group, guest, first, app.Now.AddMinutes(-2));

        Assert.Single(await InviteesAsync(campaign, first));
        Assert.Empty(await InviteesAsync(campaign, second));
        (await app.GetAsync("/api/campaigns/none/participants/ann/invitees")).Expecting(HttpStatusCode.NotFound);
    }

    Task<IReadOnlyList<InviteeView>> InviteesAsync(string campaign, string member) =>
        app.ListAsync<InviteeView>($"/api/campaigns/{campaign}/participants/{member}/invitees?");
}
