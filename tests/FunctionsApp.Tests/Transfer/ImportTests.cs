using System.Net;
using System.Text.Json.Nodes;
using Community.Content;
using Community.Groups;
using Community.Transfer;
using FunctionsApp.Acquisition.Posters;
using FunctionsApp.Tests.Content;
using FunctionsApp.Tests.Groups;
using FunctionsApp.Tests.Pushes;
using FunctionsApp.Tests.Selling.Conversions;
using FunctionsApp.Transfer;

namespace FunctionsApp.Tests.Transfer;

public sealed class ImportTests
{
    [Fact]
    public async Task Export_into_an_empty_store_and_export_again_gives_the_same_bytes()
    {
        await using var source = await AppHost.StartAsync(new AppHostSetup { Demonstration = true });
        await source.DemonstrationMadeAsync();
        await source.RunUntilIdleAsync();
        await AddHeldThingsAsync(source);
        var exported = await source.ExportTextAsync();
        await using var target = await AppHost.StartAsync(new AppHostSetup());

        var report = await target.ImportAsync(JsonNode.Parse(exported)!);

        Assert.Empty(report.Things.SelectMany(thing => thing.Faults));
        Assert.Equal((BrandRelation.Empty, report.Things.Count), (report.Brand, report.Counts.New));
        Assert.All(Enum.GetValues<PlanKind>(), kind =>
            Assert.Contains(report.Things, thing => thing.Kind == kind));
        Assert.Equal(exported, await target.ExportTextAsync());

        var again = await target.ImportAsync(JsonNode.Parse(exported)!);
        Assert.Equal((BrandRelation.Same, report.Things.Count), (again.Brand, again.Counts.Exists));
        Assert.Equal(exported, await target.ExportTextAsync());
    }

    [Fact]
    public async Task Dry_run_is_the_default_tells_what_the_import_will_do_and_stores_nothing()
    {
        await using var source = await AppHost.StartAsync(new AppHostSetup { Demonstration = true });
        await source.DemonstrationMadeAsync();
        await source.RunUntilIdleAsync();
        var exported = await source.ExportTextAsync();
        await using var target = await AppHost.StartAsync(new AppHostSetup());
        var empty = await target.ExportTextAsync();

        var dry = (await target.ImportTextAsync(exported)).Expecting(HttpStatusCode.OK);

        Assert.Equal(empty, await target.ExportTextAsync());
        var real = (await target.ImportTextAsync(exported, "?dryRun=false")).Expecting(HttpStatusCode.OK);
        Assert.Equal(
            dry.Json.GetProperty("things").GetRawText(), real.Json.GetProperty("things").GetRawText());
    }

    [Fact]
    public async Task Imported_campaign_works_and_its_printed_code_leads_on()
    {
        await using var source = await AppHost.StartAsync(new AppHostSetup());
        var group = await source.GroupAsync();
        var (campaign, code) = await source.CampaignAsync(group);
        var document = await source.ExportAsync();
        await using var target = await AppHost.StartAsync(new AppHostSetup());

        await target.ImportAsync(document);

        Assert.Equal(HttpStatusCode.Redirect, (await target.GetAsync($"/s/{code}")).Status);
        Assert.Equal("Open", (await target.GetCampaignAsync(campaign)).State.ToString());
        await target.AdvanceAsync(TimeSpan.FromDays(32));
        Assert.Equal("Settled", (await target.GetCampaignAsync(campaign)).State.ToString());
    }

    [Fact]
    public async Task Another_brand_makes_new_codes_and_approves_texts_itself()
    {
        await using var source = await AppHost.StartAsync(new AppHostSetup());
        var group = await source.GroupAsync();
        var (campaign, code) = await source.CampaignAsync(group);
        var item = await source.ApprovedAsync();
        var document = await source.ExportAsync();
        await using var target = await AppHost.StartAsync(new AppHostSetup());
        (await target.PostAsync("/api/groups", SampleBodies.Group("of-the-brand"))).Expecting(HttpStatusCode.Created);

        var report = await target.ImportAsync(document);
        var again = await target.ImportAsync(document);

        Assert.Equal(BrandRelation.Other, report.Brand);
        var poster = Assert.Single(await target.ListAsync<ListedPosterView>($"/api/campaigns/{campaign}/posters?"));
        Assert.NotEqual(code, poster.Code);
        Assert.Equal(HttpStatusCode.NotFound, (await target.GetAsync($"/s/{code}")).Status);
        Assert.Equal(ContentState.Draft, (await target.GetContentAsync(item)).State);
        Assert.Equal(again.Things.Count, again.Counts.Exists);
        Assert.NotEqual((string?)document["brandId"], (string?)(await target.ExportAsync())["brandId"]);
    }

    [Fact]
    public async Task Charter_and_texts_are_moved_and_written_over_when_asked()
    {
        await using var source = await AppHost.StartAsync(new AppHostSetup());
        var (group, staff) = (await source.GroupAsync(), await source.StaffAsync());
        await source.EditGroupAsync(group, new JsonObject
        {
            ["by"] = "小王",
            ["naming"] = new JsonObject { ["pattern"] = "BrandField", ["first"] = "茗山", ["second"] = "绿茶" },
            ["charter"] = new JsonObject
            {
                ["deputies"] = new JsonArray(new JsonObject { ["staffId"] = staff, ["expertise"] = "冲泡" }),
                ["consequence"] = "Removal",
            },
            ["texts"] = new JsonObject { ["introduction"] = "说说你爱喝什么" },
        });
        var document = await source.ExportAsync();
        await using var target = await AppHost.StartAsync(new AppHostSetup());
        await target.ImportAsync(document);
        Assert.Equal((await source.GetGroupAsync(group)).Texts, (await target.GetGroupAsync(group)).Texts);
        Assert.Equal(staff, Assert.Single((await target.GetGroupAsync(group)).Charter.Deputies).StaffId);

        document.Thing("groups", group)["charter"]!["rhythm"] = "每天一条";
        document.Thing("groups", group)["texts"] = null;
        document.Thing("groups", group)["naming"] = null;
        document.Thing("groups", group)["name"] = "老茶友";
        var written = await target.ImportAsync(document, overwrite: true);

        Assert.Equal(["charter", "name", "naming", "texts"], written.Of(group).Differences.Order());
        var after = await target.GetGroupAsync(group);
        Assert.Equal(("老茶友", null, "每天一条"), (after.Name, after.Naming, after.Charter.Rhythm));
        Assert.Equal(GroupTexts.Product, after.Texts);
    }

    [Fact]
    public async Task What_differs_is_refused_and_written_over_only_when_asked()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup());
        var group = await app.GroupAsync();
        var item = await app.ApprovedAsync();
        var document = await app.ExportAsync();
        document.Thing("groups", group)["name"] = "新名字";
        document.Thing("groups", group)["pushLimits"] = new JsonObject { ["perDay"] = 2 };
        document.Thing("content", item)["variants"] = new JsonArray("换一种说法");

        var dry = await app.ImportAsync(document, dryRun: true);
        var refused = await app.ImportAsync(document);
        var before = await app.GetGroupAsync(group);
        var written = await app.ImportAsync(document, overwrite: true);

        Assert.Equal(ImportOutcome.Differs, dry.Of(group).Outcome);
        Assert.Equal(["name", "pushLimits"], dry.Of(group).Differences);
        Assert.Equal(ImportOutcome.Refused, refused.Of(group).Outcome);
        Assert.Equal(["groups[0].name", "groups[0].pushLimits"], refused.Of(group).Faults.Select(fault => fault.Path));
        Assert.NotEqual("新名字", before.Name);
        Assert.Equal(2, written.Counts.Differs);
        Assert.Equal("新名字", (await app.GetGroupAsync(group)).Name);
        Assert.Equal(
            2, (await app.GetAsync($"/api/groups/{group}/push-limits")).Json.GetProperty("perDay").GetInt32());
        Assert.Equal(["换一种说法"], (await app.GetContentAsync(item)).Variants);
        Assert.Equal(ContentState.Draft, (await app.GetContentAsync(item)).State);
    }

    [Fact]
    public async Task Final_field_is_named_and_nothing_of_the_thing_is_written()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup());
        var group = await app.GroupAsync();
        var document = await app.ExportAsync();
        document.Thing("groups", group)["name"] = "新名字";
        document.Thing("groups", group)["kind"] = "NewBuyer";

        var report = await app.ImportAsync(document, overwrite: true);

        Assert.Equal(["groups[0].kind"], report.FaultPaths());
        Assert.NotEqual("新名字", (await app.GetGroupAsync(group)).Name);
    }

    [Fact]
    public async Task Each_kind_is_written_over_as_an_edit_would()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup());
        var (group, other) = (await app.GroupAsync(), await app.GroupAsync());
        var (campaign, _) = await app.CampaignAsync(group);
        var conversion = (await app.PlanAsync([group])).Id;
        var end = app.Now.AddHours(10);
        var flash = await app.GroupAsync(kind: "Flash", endsAt: end);
        var sale = SampleBodies.FlashSale(
            "tonight", [flash], app.Now.AddHours(1), end, SampleBodies.Wave(end.AddHours(-1)));
        (await app.PostAsync("/api/flash-sales", sale)).Expecting(HttpStatusCode.Created);
        var plan = await app.PlanAsync(group, PushClient.Daily("daily", "10:00", await app.ApprovedAsync()));
        (await app.PostAsync("/api/staff", new JsonObject { ["id"] = "xiao-lin", ["name"] = "小林" }))
            .Expecting(HttpStatusCode.Created);
        var document = await app.ExportAsync();
        document.Thing("staff", "xiao-lin")["name"] = "林姐";
        document.Thing("campaigns", campaign)["groupIds"] = new JsonArray(group, other);
        document.Thing("campaigns", campaign)["posters"]!.AsArray()
            .Add(TransferClient.Poster("0123456789", id: "ffffffffffffffff"));
        document.Thing("conversions", conversion)["closing"] = "{product}卖完了";
        document.Thing("flashSales", "tonight")["quantity"] = 7;
        document.Thing("pushPlans", plan)["slots"]![0]!["at"]!["cron"] = "30 10 * * *";

        var report = await app.ImportAsync(document, overwrite: true);

        Assert.Empty(report.FaultPaths());
        Assert.Equal(5, report.Counts.Differs);
        Assert.Equal(document.ToJsonString(), (await app.ExportAsync()).ToJsonString());
        Assert.Equal(HttpStatusCode.Redirect, (await app.GetAsync("/s/0123456789")).Status);
    }

    [Fact]
    public async Task Edit_that_the_thing_does_not_take_is_refused_at_its_path()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup());
        var group = await app.GroupAsync();
        var conversion = (await app.PlanAsync([group])).Id;
        await app.AdvanceAsync(ConversionClient.WarmUpIn + TimeSpan.FromHours(1));
        var document = await app.ExportAsync();
        document.Thing("conversions", conversion)["warmUp"]!["topic"] = "喝什么茶？";
        document.Thing("groups", group)["pushLimits"] = new JsonObject { ["windowStart"] = "23:00" };

        var report = await app.ImportAsync(document, overwrite: true);

        Assert.Equal(["groups[0].pushLimits.windowEnd", "conversions[0]"], report.FaultPaths());
        Assert.Equal(2, report.Counts.Refused);
    }

    [Fact]
    public async Task Import_of_some_groups_takes_nothing_out_of_what_they_share()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup());
        var (tea, coffee, qualified) = (await app.GroupAsync(), await app.GroupAsync(), await app.GroupAsync());
        var campaign = SampleBodies.Campaign("shared", app.Now, app.Now.AddDays(3), coffee, tea);
        campaign["target"] = new JsonObject { ["invites"] = 3, ["groupId"] = qualified };
        (await app.PostAsync("/api/campaigns", campaign)).Expecting(HttpStatusCode.Created);
        var conversion = (await app.PlanAsync([coffee, tea])).Id;
        var end = app.Now.AddHours(10);
        string[] flash =
            [await app.GroupAsync(kind: "Flash", endsAt: end), await app.GroupAsync(kind: "Flash", endsAt: end)];
        var sale = SampleBodies.FlashSale("tonight", flash, app.Now.AddHours(1), end);
        sale["newBuyerGroupId"] = qualified;
        (await app.PostAsync("/api/flash-sales", sale)).Expecting(HttpStatusCode.Created);
        var (kept, retired) = (await app.ApprovedAsync(), await app.ApprovedAsync("咖啡怎么存"));
        var body = app.PlanBody(
            tea, PushClient.Daily("old", "09:30", retired), PushClient.Daily("daily", "10:00", kept));
        body["groupIds"]!.AsArray().Add(coffee);
        (await app.PostAsync("/api/push-plans", body)).Expecting(HttpStatusCode.Created);
        (await app.RetireAsync(retired)).Expecting(HttpStatusCode.OK);
        var document = await app.ExportAsync(tea, flash[0]);
        document.Thing("campaigns", "shared").Remove("target");
        document.Thing("flashSales", "tonight").Remove("newBuyerGroupId");
        var before = await app.ExportTextAsync();

        var same = await app.ImportAsync(document, overwrite: true);
        document.Thing("conversions", conversion)["closing"] = "卖完了";
        document.Thing("pushPlans", (string)body["id"]!)["name"] = "早安";
        var changed = await app.ImportAsync(document, overwrite: true);

        Assert.Equal(same.Things.Count, same.Counts.Exists);
        Assert.Equal((2, 0), (changed.Counts.Differs, changed.Counts.Refused));
        var expected = before
            .Replace("{product}今天结束了，谢谢大家！", "卖完了", StringComparison.Ordinal)
            .Replace("每日分享", "早安", StringComparison.Ordinal);
        Assert.Equal(expected, await app.ExportTextAsync());
        Assert.Equal(["old", "daily"], (await app.GetPlanAsync((string)body["id"]!)).Slots.Select(slot => slot.Id));
    }

    [Fact]
    public async Task Slot_that_the_document_takes_out_goes_and_one_that_it_brings_comes()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup());
        var group = await app.GroupAsync();
        var item = await app.ApprovedAsync();
        var plan = await app.PlanAsync(
            group, PushClient.Daily("one", "10:00", item), PushClient.Daily("two", "11:00", item));
        var document = await app.ExportAsync();
        document.Thing("pushPlans", plan)["slots"]![0]!["id"] = "three";

        var report = await app.ImportAsync(document, overwrite: true);

        Assert.Empty(report.FaultPaths());
        Assert.Equal(["two", "three"], (await app.GetPlanAsync(plan)).Slots.Select(slot => slot.Id));
    }

    [Fact]
    public async Task Settings_are_compared_and_not_written()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup());
        await app.GroupAsync();
        var document = await app.ExportAsync();
        document["settings"]!["timeZone"] = "Asia/Tokyo";
        document["settings"]!["pushLimits"]!["perDay"] = 7;

        var report = await app.ImportAsync(document, overwrite: true);

        Assert.Equal(
            [("timeZone", "Asia/Tokyo", "Asia/Shanghai"), ("pushLimits.perDay", "7", "3")],
            report.Settings.Select(setting => (setting.Name, setting.Document, setting.Here)));
        Assert.Equal("Asia/Shanghai", (string?)(await app.ExportAsync())["settings"]!["timeZone"]);
    }

    static async Task AddHeldThingsAsync(AppHost app)
    {
        var staff = new JsonObject { ["id"] = "xiao-lin", ["name"] = "小林" };
        (await app.PostAsync("/api/staff", staff)).Expecting(HttpStatusCode.Created);
        var group = SampleBodies.Group("held-group");
        (group["owner"], group["tags"]) = ("xiao-lin", new JsonArray("茶"));
        (await app.PostAsync("/api/groups", group)).Expecting(HttpStatusCode.Created);
        var hold = new JsonObject { ["by"] = "小王", ["reason"] = "等新品" };
        (await app.PostAsync("/api/groups/held-group/hold", hold)).Expecting(HttpStatusCode.OK);
        (await app.SendAsync(
            HttpMethod.Put,
            "/api/groups/held-group/push-limits",
            AppHost.Json(new JsonObject { ["perDay"] = 1, ["windowStart"] = "10:00" }))).Expecting(HttpStatusCode.OK);
        var item = await app.ApprovedAsync("等新品的时候聊什么", tag: "新品");
        var plan = await app.PlanAsync("held-group", PushClient.Daily("daily", "10:00", item), new JsonObject
        {
            ["id"] = "once",
            ["at"] = new JsonObject { ["type"] = "Once", ["instant"] = app.Now.AddDays(2) },
            ["draw"] = new JsonObject { ["kind"] = "Useful", ["tags"] = new JsonArray("新品") },
        });
        (await app.PostAsync($"/api/push-plans/{plan}/pause", new JsonObject { ["by"] = "小王" }))
            .Expecting(HttpStatusCode.OK);
        await app.PlanAsync(["held-group"]);
        var end = app.Now.AddHours(10);
        var flash = await app.GroupAsync(kind: "Flash", endsAt: end);
        var sale = SampleBodies.FlashSale(
            "tonight", [flash], app.Now.AddHours(1), end, SampleBodies.Wave(app.Now.AddHours(2)));
        (await app.PostAsync("/api/flash-sales", sale)).Expecting(HttpStatusCode.Created);
    }
}
