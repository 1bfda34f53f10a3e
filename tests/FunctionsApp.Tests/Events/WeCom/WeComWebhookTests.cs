using System.Net;
using System.Text;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Queues;
using Community.Messaging.Channels.WeCom;
using FakeWeCom;
using FunctionsApp.Tests.Messaging.WeCom;
using FunctionsApp.Tests.Platform.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FunctionsApp.Tests.Events.WeCom;

/// <summary>The callback of WeCom: the check of its address, and what is stored.</summary>
public sealed class WeComWebhookTests(WeComCallbackHost app) : IClassFixture<WeComCallbackHost>
{
    [Fact]
    public async Task Echo_is_the_decrypted_text()
    {
        using var platform = app.NewServer();
        var callback = platform.Callbacks.Echo("1616140317555161061 回显");

        using var answer = await app.Client.GetAsync($"{WeComCallbackHost.Path}?{callback.Query}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("1616140317555161061 回显", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Echo_that_the_platform_did_not_sign_is_400()
    {
        using var platform = app.NewServer();
        var genuine = platform.Callbacks.Echo("1616140317555161061").Query;
        var forged = genuine.Replace("nonce=", "nonce=0", StringComparison.Ordinal);

        (await app.GetAsync($"{WeComCallbackHost.Path}?{forged}")).IsProblem(HttpStatusCode.BadRequest);
        (await app.GetAsync(WeComCallbackHost.Path)).IsProblem(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Callback_is_stored_and_answered_with_200_and_no_body()
    {
        using var platform = app.NewServer();
        platform.Callbacks.Receiver = async callback =>
        {
            var answer = await app.PostAsync(callback);
            Assert.Equal((HttpStatusCode.OK, ""), (answer.Status, answer.Text));
            return true;
        };
        var chat = platform.Groups.Create("owner-1", "茶友群").Id;
        platform.Groups.Join(chat, "wmA", "小林", scene: 3, state: "code-1");
        platform.Groups.ChangeName(chat, "新茶友群");

        await platform.Callbacks.DeliverAsync();
        var stored = await app.TakeStoredAsync();

        Assert.Equal(3, stored.Select(received => received.Receipt).Distinct().Count());
        Assert.Equal(new WeComCallback.GroupCreated(app.Now, chat), stored[0].Callback);
        var added = Assert.IsType<WeComCallback.MembersAdded>(stored[1].Callback);
        Assert.Equal((chat, 3, "wmA"), (added.ChatId, added.JoinScene, added.MemberIds.Single()));
        Assert.NotNull(added.Identity);
        Assert.Equal(new WeComCallback.NameChanged(app.Now, chat), stored[2].Callback);
    }

    [Fact]
    public async Task Repeat_has_the_identity_of_the_first_one_and_a_receipt_of_its_own()
    {
        using var platform = app.NewServer();
        platform.Callbacks.Repeated = 1;
        platform.Callbacks.Receiver = async callback => (await app.PostAsync(callback)).Status is HttpStatusCode.OK;
        platform.Groups.Join(platform.Groups.Create("owner-1", "茶友群").Id, "wmA", "小林");

        Assert.Equal(4, await platform.Callbacks.DeliverAsync());
        var stored = (await app.TakeStoredAsync()).Where(received => received.Callback.Identity is not null).ToList();

        Assert.Equal(stored[0].Callback.Identity, stored[1].Callback.Identity);
        Assert.NotEqual(stored[0].Receipt, stored[1].Receipt);
    }

    [Fact]
    public async Task Callback_of_any_age_is_taken()
    {
        using var platform = app.NewServer();
        FakeCallback? kept = null;
        platform.Callbacks.Receiver = callback => Task.FromResult((kept = callback) is not null);
        platform.Groups.Create("owner-1", "茶友群");
        await platform.Callbacks.DeliverAsync();

        await app.AdvanceAsync(TimeSpan.FromDays(3));

        (await app.PostAsync(kept!)).Expecting(HttpStatusCode.OK);
        Assert.Single(await app.TakeStoredAsync());
    }

    [Fact]
    public async Task Message_of_another_kind_is_taken_too()
    {
        using var platform = app.NewServer();

        (await app.PostAsync(platform.Callbacks.Seal(
            "<xml><CreateTime>1764550000</CreateTime><MsgType>text</MsgType><Content>你好</Content></xml>")))
            .Expecting(HttpStatusCode.OK);

        Assert.IsType<WeComCallback.Other>((await app.TakeStoredAsync()).Single().Callback);
    }

    [Fact]
    public async Task Largest_callback_fits_into_the_queue()
    {
        using var platform = app.NewServer();
        var members = string.Concat(Enumerable.Range(0, 590).Select(n => $"<Item>{n:d4}{new string('a', 60)}</Item>"));
        var callback = platform.Callbacks.Seal(
            "<xml><CreateTime>1764550000</CreateTime><MsgType>event</MsgType><Event>change_external_chat</Event>"
            + "<ChatId>wrA</ChatId><ChangeType>update</ChangeType><UpdateDetail>add_member</UpdateDetail>"
            + $"<MemChangeList>{members}</MemChangeList></xml>");
        Assert.InRange(callback.Body!.Length, 60_000, WeComCallbackHost.MaxBytes);

        (await app.PostAsync(callback)).Expecting(HttpStatusCode.OK);

        var stored = Assert.IsType<WeComCallback.MembersAdded>((await app.TakeStoredAsync()).Single().Callback);
        Assert.Equal(590, stored.MemberIds.Count);
    }

    [Fact]
    public async Task Callback_is_503_while_storage_is_away()
    {
        var storage = new QueueSwitch();
        await using var host = await AppHost.StartAsync(new AppHostSetup
        {
            Settings = WeComHost.Settings(),
            Configure = builder => builder.Services.AddSingleton<IConfigureOptions<QueueClientOptions>>(storage),
        });
        using var platform = app.NewServer();
        var callback = platform.Callbacks.Seal("<xml><CreateTime>1</CreateTime></xml>");
        storage.IsAway = true;

        var answer = await host.SendAsync(
            HttpMethod.Post,
            $"{WeComCallbackHost.Path}?{callback.Query}",
            new ByteArrayContent(Encoding.UTF8.GetBytes(callback.Body!)));

        storage.IsAway = false;
        answer.IsProblem(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Callback_is_404_on_another_channel()
    {
        await using var host = await AppHost.StartAsync(new AppHostSetup());
        using var platform = app.NewServer();

        (await host.GetAsync($"{WeComCallbackHost.Path}?{platform.Callbacks.Echo("1").Query}"))
            .IsProblem(HttpStatusCode.NotFound);
        (await host.SendAsync(HttpMethod.Post, WeComCallbackHost.Path, null)).IsProblem(HttpStatusCode.NotFound);
    }

    sealed class QueueSwitch : HttpPipelineSynchronousPolicy, IConfigureOptions<QueueClientOptions>
    {
        public bool IsAway { get; set; }

        public void Configure(QueueClientOptions options) => options.AddPolicy(this, HttpPipelinePosition.PerCall);

        public override void OnSendingRequest(HttpMessage message)
        {
            if (IsAway) throw new RequestFailedException("The storage is away.");
        }
    }
}
