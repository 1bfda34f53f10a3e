using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace FunctionsApp.Tests.Architecture;

/// <summary>The modules form a list. No type of a module uses a type of a later module.</summary>
public class ModuleOrderTests
{
    // Types that register the modules.
    static readonly string[] Composition = ["FunctionsApp.CommunityApp", "Program"];

    // Types that the SDK of the worker generates in the root namespace of the app.
    static readonly string[] Generated =
    [
        "FunctionsApp.WorkerExtensionStartupCodeExecutor",
        "FunctionsApp.DirectFunctionExecutor",
        "FunctionsApp.FunctionExecutor",
        "FunctionsApp.GeneratedFunctionMetadataProvider",
        "FunctionsApp.WorkerHostBuilderFunctionMetadataProviderExtension",
        "FunctionsApp.FunctionMetadataProviderAutoStartup",
    ];

    static readonly System.Reflection.Assembly[] Product =
        [typeof(Community.Groups.Group).Assembly, typeof(CommunityApp).Assembly];

    static readonly ArchUnitNET.Domain.Architecture Loaded =
        new ArchLoader().LoadAssemblies([.. Product, typeof(ModuleOrderTests).Assembly]).Build();

    public static TheoryData<string> AllButTheLast => [.. Modules.InOrder.SkipLast(1)];

    [Theory]
    [MemberData(nameof(AllButTheLast))]
    public void Module_uses_no_later_module(string module) =>
        Assert.Empty(Uses([module], Modules.InOrder.SkipWhile(name => name != module).Skip(1)));

    [Fact]
    public void Use_of_a_module_is_found() => Assert.NotEmpty(Uses(["Groups"], ["Platform"]));

    [Fact]
    public void Every_module_has_types()
    {
        var used = Loaded.Types.Select(type => Modules.Find(type.Namespace.FullName)).OfType<string>();

        Assert.Empty(Modules.InOrder.Except(used, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_type_of_the_product_is_in_a_module()
    {
        var product = Loaded.Types
            .Where(type => Product.Any(assembly => type.Assembly.FullName == assembly.FullName))
            .ToList();

        Assert.NotEmpty(product);
        Assert.Empty(product
            .Where(type => Modules.Find(type.Namespace.FullName) is null && !IsComposition(type))
            .Select(type => type.FullName));
    }

    static IEnumerable<string> Uses(IEnumerable<string> users, IEnumerable<string> used) => Types()
        .That().ResideInNamespaceMatching(Modules.NamespacePattern(users))
        .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(Modules.NamespacePattern(used)))
        .Evaluate(Loaded)
        .Where(result => !result.Passed)
        .Select(result => result.Description);

    // The compiler and the SDK of the worker also generate types in namespaces of the platform, or with names that
    // cannot appear in source.
    static bool IsComposition(IType type) =>
        Composition.Contains(type.FullName)
        || Generated.Any(name => type.FullName.StartsWith(name, StringComparison.Ordinal))
        || type.FullName.Contains('<', StringComparison.Ordinal)
        || type.Namespace.FullName.StartsWith("System.", StringComparison.Ordinal);
}
