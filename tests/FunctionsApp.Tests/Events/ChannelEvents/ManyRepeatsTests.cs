using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Community.Acquisition.Standings;
using Community.Messaging.Channels;
using FunctionsApp.Acquisition.Standings;
using FunctionsApp.Events.ChannelEvents;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Platform.Webhooks;
using FunctionsApp.Tests.Acquisition.Standings;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Events.ChannelEvents;

/// <summary>A sender that repeats events many times does not change what they count.</summary>
public sealed class ManyRepeatsTests(AppHost app) : IClassFixture<AppHost>
{
    const int Repeats = 10_000;
    const int Parallelism = 16;

    [Fact]
    public async Task Ten_thousand_repeats_of_one_event_make_one_credit_one_member_and_one_row()
    {
        var (campaign, group) = await app.DriveAsync(tiers: CampaignClient.Discount);
        var body = Join(group, "u1", (await app.ParticipantAsync(campaign, "ann")).Code);
        var signed = StandardWebhooks.Sign("msg_again_and_again", app.Now, body, WebhookSecret.Parse(AppHost.Secret));

        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Parallelism };
        await Parallel.ForEachAsync(Enumerable.Range(0, Repeats), parallel, async (_, _) =>
            (await app.SendWebhookAsync(body, headers: signed)).Expecting(HttpStatusCode.Accepted));
        await app.RunUntilIdleAsync();

        var ann = await app.StandingAsync(campaign, "ann");
        Assert.Equal((1, 0, 0, 0), (ann.Credits, ann.Revoked, ann.UnderReview, ann.Refused));
        Assert.Single(ann.Rewards);
        Assert.Equal("u1", Assert.Single(await app.MembersAsync(group)).MemberId);
        Assert.Equal(1, await CreditRowsAsync(campaign));
    }

    [Fact]
    public async Task Repeated_event_id_with_another_body_adds_no_credit()
    {
        var (campaign, group) = await app.DriveAsync();
        var ann = (await app.ParticipantAsync(campaign, "ann")).Code;
        var bob = (await app.ParticipantAsync(campaign, "bob")).Code;
        var id = app.NewId("msg");

        byte[][] bodies =
            [Join(group, "u1", ann), Join(group, "u1", bob), Join(group, "u2", bob), Join(group, "u1", ann)];
        foreach (var body in bodies)
        {
            (await app.SendWebhookAsync(body, id)).Expecting(HttpStatusCode.Accepted);
            await app.RunUntilIdleAsync();
        }

        var standings = await app.StandingsAsync(campaign);
        Assert.Equal(
            [("ann", 1), ("bob", 0)], standings.Select(standing => (standing.MemberId, standing.Credits)));
        Assert.Equal("u1", Assert.Single(await app.MembersAsync(group)).MemberId);
    }

    [Fact]
    public async Task Join_of_a_group_without_a_charter_adds_no_credit()
    {
        var (campaign, _) = await app.DriveAsync();
        var code = (await app.ParticipantAsync(campaign, "ann")).Code;

        await app.JoinAsync(app.NewId("unknown"), "u1", code);

        Assert.Equal(0, (await app.StandingAsync(campaign, "ann")).Credits);
    }

    [Fact]
    public async Task Message_whose_processing_was_interrupted_is_processed_when_it_is_delivered_again()
    {
        var (campaign, group) = await app.DriveAsync("DirectInvite");
        var ids = app.Services.GetRequiredService<WebhookIdStore>();
        var happened = new ChannelEvent.MemberJoined(app.Now, group, "u1", "小林", State: null, InvitedBy: "ann");
        var received = new ReceivedEvent(app.NewId("msg"), happened, "stored first");

        Assert.Equal(WebhookClaimResult.Claimed, await ids.ClaimAsync(received));
        Assert.Equal(WebhookClaimResult.Repeated, await ids.ClaimAsync(received with { Receipt = "stored again" }));
        // the process that claimed the message ended, so the queue delivers it again
        await app.Services.GetRequiredService<MessageQueue<ReceivedEvent>>().SendAsync(received);
        await app.RunUntilIdleAsync();

        Assert.Equal(1, (await app.StandingAsync(campaign, "ann")).Credits);
    }

    byte[] Join(string group, string member, string code)
    {
        var data = new JsonObject
        {
            ["groupId"] = group,
            ["memberId"] = member,
            ["name"] = "小林",
            ["state"] = code,
            ["invitedBy"] = null,
        };
        var joined = ChannelSender.Event("member.joined", app.Now, data);
        return Encoding.UTF8.GetBytes(joined.ToJsonString(JsonSerializerOptions.Web));
    }

    // The key limits rows of a person to one, but each inviter could have a credit for the invitee.
    async Task<int> CreditRowsAsync(string campaign)
    {
        var standings = app.Services.GetRequiredService<StandingsTable>();
        var shards = await Task.WhenAll(Enumerable.Range(0, 8).Select(shard =>
            standings.AllAsync<Credit>(string.Create(CultureInfo.InvariantCulture, $"{campaign}.{shard}"), "credit-")));
        return shards.Sum(rows => rows.Count);
    }
}
