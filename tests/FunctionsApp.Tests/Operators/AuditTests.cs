using System.Net;
using System.Text.Json.Nodes;
using Azure;
using Azure.Data.Tables;
using Community.Operators;
using Community.Platform;
using FunctionsApp.Operators.Audit;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Tests.Groups;
using FunctionsApp.Tests.Platform.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FunctionsApp.Tests.Operators;

public sealed class AuditTests : IAsyncLifetime
{
    readonly AppHost app = new();

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return app.DisposeAsync();
    }

    [Fact]
    public async Task Change_of_a_session_is_recorded_under_the_signed_in_name()
    {
        var group = await app.GroupAsync();
        var operatorOf = await app.OperatorAsync(OperatorRole.Operator);
        using var browser = await BrowserClient.SignedInAsync(app, operatorOf.Token);
        var body = new JsonObject { ["by"] = "someone else", ["reason"] = "客户投诉" };

        (await browser.SendAsync("POST", $"/api/groups/{group}/hold?x=secret", body)).Expecting(HttpStatusCode.OK);

        var entry = (await EntriesAsync())[0];
        Assert.Equal(
            new AuditView(
                app.Now.ToUniversalTime(),
                operatorOf.Name,
                CallerKind.Operator,
                operatorOf.Id,
                "HoldGroup",
                "POST",
                $"/api/groups/{group}/hold",
                200),
            entry with { At = entry.At.ToUniversalTime() });
    }

    [Fact]
    public async Task Change_with_the_machine_key_keeps_the_name_of_the_body_and_is_marked()
    {
        var group = await app.GroupAsync();

        (await app.HoldGroupAsync(group)).Expecting(HttpStatusCode.OK);

        var entry = (await EntriesAsync())[0];
        Assert.Equal(("小王", CallerKind.Machine, null), (entry.By, entry.Caller, entry.OperatorId));
    }

    [Fact]
    public async Task Sign_ins_and_sign_outs_are_recorded_without_tokens()
    {
        var operatorOf = await app.OperatorAsync();
        const string Wrong = "op_wrong-but-perhaps-one-of-another-place";
        using var browser = await BrowserClient.OpenAsync(app);

        await browser.SignInAsync(Wrong);
        await browser.SignInAsync(operatorOf.Token);
        await browser.SendAsync("DELETE", "/api/session");

        var entries = (await EntriesAsync()).Take(3).Select(entry => (entry.Function, entry.By, entry.Status));
        Assert.Equal(
            [("SignOut", operatorOf.Name, 204), ("SignIn", operatorOf.Name, 200), ("SignIn", null, 401)], entries);
        var stored = await app.StoredTextAsync();
        Assert.DoesNotContain(Wrong, stored, StringComparison.Ordinal);
        Assert.DoesNotContain(operatorOf.Token, stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_of_operators_are_recorded()
    {
        var operatorOf = await app.OperatorAsync();
        await app.OperatorAsync();

        await app.EditOperatorAsync(operatorOf.Id, new JsonObject { ["role"] = "Viewer" });
        await app.ReplaceTokenAsync(operatorOf.Id);
        await app.RemoveOperatorAsync(operatorOf.Id);

        Assert.Equal(
            ["RemoveOperator", "ReplaceOperatorToken", "EditOperator", "CreateOperator", "CreateOperator"],
            (await EntriesAsync()).Select(entry => entry.Function));
    }

    [Fact]
    public async Task Reads_and_refused_changes_are_not_recorded()
    {
        using var viewer = await BrowserClient.SignedInAsync(app, (await app.OperatorAsync(OperatorRole.Viewer)).Token);
        var before = await EntriesAsync();

        await app.GetAsync("/api/groups");
        await app.PostAsync("/api/groups", new JsonObject());
        await viewer.SendAsync("POST", "/api/groups", SampleBodies.Group(app.NewId("group")));

        Assert.Equal(before, await EntriesAsync());
    }

    [Fact]
    public async Task Day_is_local_and_a_name_selects_entries()
    {
        var group = await app.GroupAsync();
        await app.HoldGroupAsync(group);
        await app.ReleaseGroupAsync(group);
        await app.AdvanceAsync(TimeSpan.FromHours(15));
        await app.HoldGroupAsync(group);

        Assert.Equal(
            ["ReleaseGroup", "HoldGroup", "CreateGroup"],
            (await EntriesAsync("date=2026-12-01")).Select(entry => entry.Function));
        Assert.Equal(["HoldGroup"], (await EntriesAsync()).Select(entry => entry.Function));
        Assert.Equal(
            ["ReleaseGroup"],
            (await EntriesAsync($"date=2026-12-01&by={Uri.EscapeDataString("小李")}")).Select(entry => entry.Function));
        (await app.GetAsync("/api/audit?date=yesterday")).ExpectingInvalid("date");
    }

    [Fact]
    public async Task Change_is_not_answered_as_done_while_its_entry_cannot_be_stored()
    {
        var failing = new FailingAudit();
        await using var own = await AppHost.StartAsync(new AppHostSetup
        {
            Configure = builder => builder.Services.AddSingleton<IConfigureOptions<TableClientOptions>>(failing),
        });
        var staff = new JsonObject { ["id"] = "zhou-min", ["name"] = "周敏" };

        failing.Fails = true;
        var refused = await own.PostAsync("/api/staff", staff);
        failing.Fails = false;
        var repeated = await own.PostAsync("/api/staff", staff);

        Assert.True(refused.Status >= HttpStatusCode.InternalServerError, $"{refused.Status}");
        repeated.Expecting(HttpStatusCode.OK);
        Assert.Single(await own.ListAsync<AuditView>("/api/audit?"));
    }

    [Fact]
    public async Task Entries_are_deleted_when_their_retention_is_over()
    {
        await using var own = await AppHost.StartAsync(new AppHostSetup
        {
            OnDisk = true,
            Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Retention:AuditDays"] = "30" },
        });
        await own.StaffAsync();

        await own.PassAsync(TimeSpan.FromDays(30));
        Assert.Single(await own.ListAsync<AuditView>("/api/audit?date=2026-12-01"));
        await own.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Empty(await own.ListAsync<AuditView>("/api/audit?date=2026-12-01"));
    }

    Task<IReadOnlyList<AuditView>> EntriesAsync(string query = "") => app.ListAsync<AuditView>($"/api/audit?{query}");

    sealed class FailingAudit : TableWritePolicy
    {
        public bool Fails { get; set; }

        protected override ValueTask WriteAsync(TableWrite write, Func<ValueTask> next) =>
            Fails && write.Path.Contains("Audit", StringComparison.Ordinal)
                ? throw new RequestFailedException("The audit log is away.")
                : next();
    }
}
