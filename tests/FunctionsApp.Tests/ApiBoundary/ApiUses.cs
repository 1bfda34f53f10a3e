using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace FunctionsApp.Tests.ApiBoundary;

/// <summary>Reads from a compiled assembly what it uses of another one.</summary>
sealed class ApiUses
{
    const byte GenericInstance = 0x15; // ECMA-335, II.23.1.16

    static readonly SignatureNames Names = new();

    readonly MetadataReader reader;
    readonly string library;

    ApiUses(MetadataReader reader, string library) => (this.reader, this.library) = (reader, library);

    public static IReadOnlyList<ApiUse> Of(string assemblyPath, string library)
    {
        using var file = new PEReader(File.OpenRead(assemblyPath));
        var uses = new ApiUses(file.GetMetadataReader(), library);
        return [.. uses.Types(), .. uses.Members()];
    }

    IEnumerable<ApiUse> Types() => reader.TypeReferences.Where(IsOfLibrary).Select(type => Use(type));

    // Calls of generic methods and attributes lead to member references too.
    IEnumerable<ApiUse> Members()
    {
        foreach (var handle in reader.MemberReferences)
        {
            var member = reader.GetMemberReference(handle);
            if (DeclaringType(member.Parent) is { } type && IsOfLibrary(type)) yield return Use(type, reader.GetString(member.Name), Parameters(member));
        }
    }

    TypeReferenceHandle? DeclaringType(EntityHandle parent) => parent.Kind switch
    {
        HandleKind.TypeReference => (TypeReferenceHandle)parent,
        HandleKind.TypeSpecification => GenericType(reader.GetTypeSpecification((TypeSpecificationHandle)parent)),
        _ => null,
    };

    TypeReferenceHandle? GenericType(TypeSpecification specification)
    {
        var blob = reader.GetBlobReader(specification.Signature);
        if (blob.ReadByte() != GenericInstance) return null;
        blob.ReadByte(); // class or value type
        return blob.ReadTypeHandle() is { Kind: HandleKind.TypeReference } type ? (TypeReferenceHandle)type : null;
    }

    static string? Parameters(MemberReference member) => member.GetKind() == MemberReferenceKind.Field
        ? null
        : string.Join(',', member.DecodeMethodSignature(Names, genericContext: null).ParameterTypes);

    bool IsOfLibrary(TypeReferenceHandle handle)
    {
        var scope = reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => IsOfLibrary((TypeReferenceHandle)scope),
            HandleKind.AssemblyReference => reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name) == library,
            _ => false,
        };
    }

    ApiUse Use(TypeReferenceHandle handle, string? member = null, string? parameters = null)
    {
        var type = reader.GetTypeReference(handle);
        var name = reader.GetString(type.Name);
        if (type.ResolutionScope.Kind == HandleKind.TypeReference)
        {
            var outer = Use((TypeReferenceHandle)type.ResolutionScope);
            return new ApiUse(outer.Namespace, $"{outer.Type}+{name}", member, parameters);
        }

        return new ApiUse(reader.GetString(type.Namespace), name, member, parameters);
    }
}
