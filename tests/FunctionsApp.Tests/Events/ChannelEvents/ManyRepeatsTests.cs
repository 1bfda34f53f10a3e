using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
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

/// <summary>What a sender that will not stop does to the books.</summary>
public sealed class ManyRepeatsTests(AppHost app) : IClassFixture<AppHost>
{
    const int Repeats = 10_000;
    const int Parallelism = 16;

    [Fact]
    public async Task Ten_thousand_repeats_of_one_event_are_one_credit_one_member_and_one_row()
    {
        var (campaign, group) = await app.DriveAsync(tiers: CampaignClient.Discount);
        var body = Join(group, "u1", (await app.ParticipantAsync(campaign, "ann")).Code);
        var signed = StandardWebhooks.Sign("msg_again_and_again", app.Now, body, WebhookSecret.Parse(AppHost.Secret));

        await Parallel.ForEachAsync(Enumerable.Range(0, Repeats), new ParallelOptions { MaxDegreeOfParallelism = Parallelism }, async (_, _) =>
            (await app.SendWebhookAsync(body, headers: signed)).Expecting(HttpStatusCode.Accepted));
        await app.RunUntilIdleAsync();

        var ann = await app.StandingAsync(campaign, "ann");
        Assert.Equal((1, 0, 0, 0), (ann.Credits, ann.Revoked, ann.UnderReview, ann.Refused));
        Assert.Single(ann.Rewards);
        Assert.Equal("u1", Assert.Single(await app.MembersAsync(group)).MemberId);
        Assert.Equal(1, await CreditRowsAsync(campaign));
    }

    [Fact]
    public async Task The_same_event_id_with_another_body_credits_nobody()
    {
        var (campaign, group) = await app.DriveAsync();
        var (ann, bob) = ((await app.ParticipantAsync(campaign, "ann")).Code, (await app.ParticipantAsync(campaign, "bob")).Code);
        var id = app.NewId("msg");

        foreach (var body in new[] { Join(group, "u1", ann), Join(group, "u1", bob), Join(group, "u2", bob), Join(group, "u1", ann) })
        {
            (await app.SendWebhookAsync(body, id)).Expecting(HttpStatusCode.Accepted);
            await app.RunUntilIdleAsync();
        }

        Assert.Equal([("ann", 1), ("bob", 0)], (await app.StandingsAsync(campaign)).Select(standing => (standing.MemberId, standing.Credits)));
        Assert.Equal("u1", Assert.Single(await app.MembersAsync(group)).MemberId);
    }

    [Fact]
    public async Task A_join_of_a_group_that_nobody_chartered_is_nobodys_credit()
    {
        var (campaign, _) = await app.DriveAsync();
        var code = (await app.ParticipantAsync(campaign, "ann")).Code;

        await app.JoinAsync(app.NewId("unheard-of"), "u1", code);

        Assert.Equal(0, (await app.StandingAsync(campaign, "ann")).Credits);
    }

    [Fact]
    public async Task A_message_whose_processing_did_not_end_is_processed_when_it_comes_again()
    {
        var (campaign, group) = await app.DriveAsync("DirectInvite");
        var seen = app.Services.GetRequiredService<WebhookIdStore>();
        var happened = new ChannelEvent.MemberJoined(app.Now, group, "u1", "小林", State: null, InvitedBy: "ann");
        var received = new ReceivedEvent(app.NewId("msg"), happened, "stored first");

        Assert.Equal(WebhookClaimResult.Claimed, await seen.ClaimAsync(received));
        Assert.Equal(WebhookClaimResult.Repeated, await seen.ClaimAsync(received with { Receipt = "stored again" }));
        await app.Services.GetRequiredService<MessageQueue<ReceivedEvent>>().SendAsync(received); // the process that had taken it died
        await app.RunUntilIdleAsync();

        Assert.Equal(1, (await app.StandingAsync(campaign, "ann")).Credits);
    }

    byte[] Join(string group, string member, string code) => Encoding.UTF8.GetBytes(ChannelSender
        .Event("member.joined", app.Now, new() { ["groupId"] = group, ["memberId"] = member, ["name"] = "小林", ["state"] = code, ["invitedBy"] = null })
        .ToJsonString(JsonSerializerOptions.Web));

    // One row of each person is the key's doing; of credits there could be as many as inviters.
    async Task<int> CreditRowsAsync(string campaign)
    {
        var standings = app.Services.GetRequiredService<StandingsTable>();
        var shards = await Task.WhenAll(Enumerable.Range(0, 8).Select(shard =>
            standings.AllAsync<Credit>(string.Create(CultureInfo.InvariantCulture, $"{campaign}.{shard}"), "credit-")));
        return shards.Sum(rows => rows.Count);
    }
}
