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
        Assert.Contains(new ApiUse("LocalRuntime.Time", "WorkGauge", "Enter", 0), refused);
    }

    [Theory]
    [InlineData("Microsoft.Azure.Functions.Worker", "HttpTriggerAttribute", ".ctor", 2)]
    [InlineData("Microsoft.Azure.Functions.Worker", "HttpTriggerAttribute", "set_Route", 1)]
    [InlineData("Microsoft.Azure.Functions.Worker", "TimerInfo", ".ctor", 0)]
    [InlineData("Microsoft.Azure.Functions.Worker.Builder", "AnyExtensions", "ConfigureFunctionsWebApplication", 1)]
    [InlineData("Microsoft.DurableTask", "TaskOrchestrationContext", "WaitForExternalEvent", 2)]
    [InlineData("Microsoft.DurableTask", "TaskName", "op_Implicit", 1)]
    [InlineData("Microsoft.DurableTask", "StartOrchestrationOptions", "set_InstanceId", 1)]
    [InlineData("Microsoft.DurableTask", "StartOrchestrationOptions", "<Clone>$", 0)]
    [InlineData("Microsoft.DurableTask", "SubOrchestrationOptions", "get_Retry", 0)]
    [InlineData("Microsoft.DurableTask.Client", "DurableTaskClient", "WaitForInstanceStartAsync", 3)]
    [InlineData("Azure.Data.Tables", "TableEntity", "get_Item", 1)]
    [InlineData("Azure.Data.Tables", "TableEntity", "GetString", 1)]
    [InlineData("Azure.Data.Tables", "TableClient", "GetEntityAsync", 4)]
    [InlineData("Azure.Storage.Queues.Models", "QueueMessage", "get_Body", 0)]
    public void What_the_list_has_is_allowed(string space, string type, string member, int arity) => Assert.True(Official.Has(new ApiUse(space, type, member, arity)));

    [Theory]
    [InlineData("Microsoft.DurableTask", "TaskOrchestrationContext", "GetHistory", 0)]
    [InlineData("Microsoft.DurableTask", "TaskOrchestrationContext", "CreateTimer", 1)]
    [InlineData("Microsoft.Azure.Functions.Worker", "TimerInfo", ".ctor", 1)]
    [InlineData("Microsoft.Azure.Functions.Worker", "AnyExtensions", "ConfigureFunctionsWebApplication", 1)]
    [InlineData("Microsoft.Azure.Functions.Worker.Builder", "AnyExtensions", "UseMiddleware", 1)]
    [InlineData("Azure.Data.Tables", "TableClient", "GetEntityAsync", 3)]
    [InlineData("Azure.Storage.Queues", "QueueClient", "ClearMessagesAsync", 1)]
    [InlineData("Azure.Storage.Queues", "QueueClient", ".ctor", 2)]
    [InlineData("LocalRuntime.Store", "EmbeddedStore", "Read", 1)]
    public void What_the_list_lacks_is_refused(string space, string type, string member, int arity) => Assert.False(Official.Has(new ApiUse(space, type, member, arity)));

    static string Unlisted(IEnumerable<ApiUse> uses) => string.Join(Environment.NewLine, uses.Where(use => !Official.Has(use)).Select(use => use.ToString()).Distinct());

    static IEnumerable<ApiUse> PublicSurface() =>
        from type in Assembly.Load(Library).GetExportedTypes()
        where type.Namespace!.StartsWith("Microsoft.", StringComparison.Ordinal) || type.Namespace.StartsWith("Azure.", StringComparison.Ordinal)
        from use in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(member => !type.IsEnum || member is FieldInfo { IsLiteral: true })
            .Where(member => member is not PropertyInfo and not EventInfo)
            .Where(member => !(type.IsAbstract && member is ConstructorInfo))
            .Select(member => new ApiUse(type.Namespace!, type.Name, member.Name, (member as MethodBase)?.GetParameters().Length))
            .Prepend(new ApiUse(type.Namespace!, type.Name))
        select use;
}
