using System.Reflection;

namespace FunctionsApp.Tests.ApiBoundary;

public sealed class ApiBoundaryTests
{
    const string Library = "LocalRuntime";

    static readonly OfficialApi Official = OfficialApi.Read();

    [Fact]
    public void The_app_uses_nothing_of_the_local_runtime_that_the_official_packages_do_not_have()
    {
        var uses = ApiUses.Of(Path.Combine(AppContext.BaseDirectory, "FunctionsApp.Local.dll"), Library);
        Assert.Contains(uses, use => use is { Type: "FunctionAttribute", Member: ".ctor" });
        Assert.Equal("", Unlisted(uses));
    }

    [Fact]
    public void The_local_runtime_has_nothing_public_in_official_namespaces_that_the_list_lacks() =>
        Assert.Equal("", Unlisted(PublicSurface()));

    [Fact]
    public void What_this_test_assembly_uses_of_the_runtimes_own_namespaces_is_found_and_refused()
    {
        using var lease = new LocalRuntime.Time.WorkGauge().Enter();
        var refused = ApiUses.Of(typeof(ApiBoundaryTests).Assembly.Location, Library).Where(use => !Official.Has(use)).ToList();
        Assert.Contains(new ApiUse("LocalRuntime.Time", "WorkGauge"), refused);
        Assert.Contains(new ApiUse("LocalRuntime.Time", "WorkGauge", "Enter", ""), refused);
    }

    [Theory]
    [InlineData("Microsoft.Azure.Functions.Worker", "HttpTriggerAttribute", ".ctor", "AuthorizationLevel,string[]")]
    [InlineData("Microsoft.Azure.Functions.Worker", "HttpTriggerAttribute", "set_Route", "string")]
    [InlineData("Microsoft.Azure.Functions.Worker", "TimerInfo", ".ctor", "")]
    [InlineData("Microsoft.Azure.Functions.Worker.Builder", "AnyExtensions", "ConfigureFunctionsWebApplication", "FunctionsApplicationBuilder")]
    [InlineData("Microsoft.DurableTask", "TaskOrchestrationContext", "WaitForExternalEvent", "string,TimeSpan")]
    [InlineData("Microsoft.DurableTask", "TaskName", "op_Implicit", "string")]
    [InlineData("Microsoft.DurableTask", "StartOrchestrationOptions", "set_InstanceId", "string")]
    [InlineData("Microsoft.DurableTask", "StartOrchestrationOptions", "<Clone>$", "")]
    [InlineData("Microsoft.DurableTask", "SubOrchestrationOptions", "get_Retry", "")]
    [InlineData("Microsoft.DurableTask.Client", "DurableTaskClient", "WaitForInstanceCompletionAsync", "string,bool,CancellationToken")]
    [InlineData("Azure.Data.Tables", "TableEntity", "get_Item", "string")]
    [InlineData("Azure.Data.Tables", "TableEntity", "GetString", "string")]
    [InlineData("Azure.Storage.Queues", "QueueClient", "SendMessageAsync", "BinaryData,TimeSpan,TimeSpan,CancellationToken")]
    [InlineData("Microsoft.DurableTask", "TaskFailureDetails", ".ctor", "string,string,string,TaskFailureDetails,IDictionary<string,object>")]
    [InlineData("Azure.Data.Tables", "TableClient", "GetEntityAsync", "string,string,IEnumerable<string>,CancellationToken")]
    [InlineData("Azure.Storage.Queues.Models", "QueueMessage", "get_Body", "")]
    public void What_the_list_has_is_allowed(string space, string type, string member, string parameters) =>
        Assert.True(Official.Has(new ApiUse(space, type, member, parameters)));

    [Theory]
    [InlineData("Microsoft.DurableTask", "TaskOrchestrationContext", "GetHistory", "")]
    [InlineData("Microsoft.DurableTask", "TaskOrchestrationContext", "CreateTimer", "long,CancellationToken")]
    [InlineData("Microsoft.Azure.Functions.Worker", "TimerInfo", ".ctor", "string")]
    [InlineData("Microsoft.Azure.Functions.Worker", "AnyExtensions", "ConfigureFunctionsWebApplication", "FunctionsApplicationBuilder")]
    [InlineData("Microsoft.Azure.Functions.Worker.Builder", "AnyExtensions", "UseMiddleware", "FunctionsApplicationBuilder")]
    [InlineData("Azure.Data.Tables", "TableClient", "GetEntityAsync", "string,string,CancellationToken")]
    [InlineData("Azure.Storage.Queues", "QueueClient", "ClearMessagesAsync", "CancellationToken")]
    [InlineData("Azure.Storage.Queues", "QueueClient", ".ctor", "string,string")]
    [InlineData("LocalRuntime.Store", "EmbeddedStore", "Read", "Func<SqliteConnection,T>")]
    public void What_the_list_lacks_is_refused(string space, string type, string member, string parameters) =>
        Assert.False(Official.Has(new ApiUse(space, type, member, parameters)));

    static string? Parameters(MethodBase? method) => method is null ? null : string.Join(',', method.GetParameters().Select(p => TypeName.Of(p.ParameterType)));

    static string Unlisted(IEnumerable<ApiUse> uses) =>
        string.Join(Environment.NewLine, uses.Where(use => !Official.Has(use)).Select(use => use.ToString()).Distinct());

    static IEnumerable<ApiUse> PublicSurface() =>
        from type in Assembly.Load(Library).GetExportedTypes()
        where type.Namespace!.StartsWith("Microsoft.", StringComparison.Ordinal) || type.Namespace.StartsWith("Azure.", StringComparison.Ordinal)
        from use in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(member => !type.IsEnum || member is FieldInfo { IsLiteral: true })
            .Where(member => member is not PropertyInfo and not EventInfo)
            .Where(member => !(type.IsAbstract && member is ConstructorInfo))
            .Select(member => new ApiUse(type.Namespace!, type.Name, member.Name, Parameters(member as MethodBase)))
            .Prepend(new ApiUse(type.Namespace!, type.Name))
        select use;
}
