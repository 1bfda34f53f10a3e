using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using FunctionsApp.Messaging.Sending;

namespace ConsoleTests;

/// <summary>The sidebar in the client of WeCom.</summary>
public sealed class SidebarTests(BrowserFixture chromium, WeComBrand brand) : IClassFixture<WeComBrand>
{
    const string Text = "今晚八点，明前龙井开团，限量 30 份。";
    const string Account = "owner-1";

    [Fact]
    public async Task Owner_signs_in_and_posts_a_message_with_one_tap_that_is_then_confirmed()
    {
        var (group, chat) = await OwnedChatAsync();
        await using var client = await SidebarClient.OpenAsync(chromium, brand, Account, chat);
        await client.Page.GetByText(Text).WaitForAsync();
        await client.Page.GetByRole(AriaRole.Heading, new() { Name = $"春茶福利群 {group}" }).WaitForAsync();

        await client.ClickAsync("发送到本群");
        await client.Page.GetByText("已完成").WaitForAsync();
        await brand.Host.AdvanceAsync(TimeSpan.Zero);

        Assert.Equal([Text], await client.PostedAsync());
        Assert.Equal("Sent", await StateAsync(group));
        await client.ClickAsync("刷新");
        await client.Page.GetByText("已完成").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    [Fact]
    public async Task Confirmation_that_fails_is_tried_again_without_posting_again()
    {
        var (group, chat) = await OwnedChatAsync();
        await using var client = await SidebarClient.OpenAsync(chromium, brand, Account, chat);
        await client.Page.RouteAsync("**/sidebar/tasks/*/done", route => route.FulfillAsync(new() { Status = 503 }));
        await client.ClickAsync("发送到本群");
        await client.Page.GetByText("没有登记成功").WaitForAsync();
        Assert.Equal("AwaitingStaff", await StateAsync(group));

        await client.Page.UnrouteAsync("**/sidebar/tasks/*/done");
        await client.ClickAsync("再登记一次");
        await client.Page.GetByText("已完成").WaitForAsync();
        await brand.Host.AdvanceAsync(TimeSpan.Zero);

        Assert.Equal([Text], await client.PostedAsync());
        Assert.Equal("Sent", await StateAsync(group));
    }

    [Fact]
    public async Task Introduction_of_a_newcomer_is_entered()
    {
        var (group, chat) = await OwnedChatAsync();
        await using var client = await SidebarClient.OpenAsync(chromium, brand, Account, chat);
        await client.Page.GetByText("登记新人的自我介绍").ClickAsync();
        await client.Page.GetByLabel("谁").SelectOptionAsync("茶友 2");
        await client.Page.GetByLabel("他在群里说的话").FillAsync("来自杭州，喜欢喝茶和徒步");
        await Pictures.KeepAsync(client.Page, "sidebar-introduction", 360, ColorScheme.Light);
        await Accessibility.VerifyAsync(client.Page, "sidebar-introduction");

        await client.ClickAsync("登记");
        await client.Page.GetByText("已登记，兴趣：茶、徒步").WaitForAsync();

        var members = await brand.Host.GetAsync($"/api/groups/{group}/members");
        Assert.Single(members.GetProperty("items").EnumerateArray(), member =>
            member.GetProperty("name").GetString() == "茶友 2" && member.GetProperty("interests").GetArrayLength() == 2);
    }

    [Fact]
    public async Task Outside_of_the_client_the_texts_can_be_copied()
    {
        var (group, _) = await OwnedChatAsync();
        await using var client = await SidebarClient.OpenAsync(chromium, brand, Account, chatId: null);
        var item = client.Page.Locator("section").Filter(new() { HasText = $"春茶福利群 {group}" })
            .GetByRole(AriaRole.Listitem).Filter(new() { HasText = Text });

        await item.GetByText("要一键发送，请在群聊的侧边栏里打开").WaitForAsync();
        Assert.Equal(1, await item.GetByRole(AriaRole.Button, new() { Name = "复制" }).CountAsync());
        Assert.Equal(0, await client.Page.GetByRole(AriaRole.Button, new() { Name = "发送到本群" }).CountAsync());

        await item.GetByRole(AriaRole.Button, new() { Name = "已经发好" }).ClickAsync();
        await item.GetByText("已完成").WaitForAsync();
        await brand.Host.AdvanceAsync(TimeSpan.Zero);

        Assert.Equal("Sent", await StateAsync(group));
    }

    [Fact]
    public async Task Person_who_is_no_staff_member_sees_what_to_do()
    {
        await using var client = await SidebarClient.OpenAsync(chromium, brand, "stranger", "chat");

        await client.Page.GetByText("请让社群运营台的管理员").WaitForAsync();
        await Accessibility.VerifyAsync(client.Page, "sidebar-unknown");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Page_is_accessible_and_fits(ColorScheme scheme)
    {
        var (group, chat) = await OwnedChatAsync();
        await DeliverAsync(group, DeliveryPriority.Sale, "最后一小时，库存不多了，喜欢的朋友抓紧下单。");
        await using var client = await SidebarClient.OpenAsync(chromium, brand, Account, chat, scheme);

        await client.Page.GetByText("群发助手").WaitForAsync();

        await Accessibility.VerifyAsync(client.Page, "sidebar");
        await Pictures.KeepAsync(client.Page, "sidebar", 360, scheme);
        // Other tests look at what their own groups have.
        await client.ClickAsync("发送到本群");
        await client.Page.GetByText("已完成").WaitForAsync();
        await Accessibility.VerifyAsync(client.Page, "sidebar-done");
    }

    // A group of the owner that is bound to a chat, with a message that a person sends.
    async Task<(string Group, string Chat)> OwnedChatAsync()
    {
        var group = $"sidebar-{brand.Platform.Groups.All.Count}";
        var chat = await brand.AppearAsync(Account, $"春茶福利群 {group}", customers: 3);
        await brand.Host.Api.CreateGroupAsync(group, "SuperUser", brand.Host.Now.AddDays(30), owner: "xiao-lin");
        await brand.Host.Api.PostAsync($"/api/groups/{group}/bind", new { channelGroupId = chat, by = "小林" });
        await DeliverAsync(group, DeliveryPriority.Ordinary, Text);
        return (group, chat);
    }

    async Task DeliverAsync(string group, DeliveryPriority priority, string text)
    {
        await brand.Host.Service<DeliveryDispatcher>().DeliverAsync(new NewDelivery(
            "cause", $"{priority}", group, MemberId: null, ChannelAction.SendToGroup, priority, text, brand.Host.Now));
        await brand.Host.AdvanceAsync(TimeSpan.Zero);
    }

    async Task<string?> StateAsync(string group) =>
        (await brand.Host.Api.AllAsync($"/api/deliveries?groupId={group}"))
            .Single(delivery => delivery.GetProperty("text").GetString() == Text)
            .GetProperty("state").GetString();
}
