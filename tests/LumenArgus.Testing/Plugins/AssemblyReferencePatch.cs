using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace LumenArgus.Testing.Plugins;

/// <summary>Changes the version of a reference inside a dll: what a build against another version of that assembly would have left there.</summary>
internal static class AssemblyReferencePatch
{
    public static void SetVersion(string path, string reference, Version version)
    {
        var image = File.ReadAllBytes(path);
        var row = image.AsSpan(OffsetOfRow(image, reference));

        // ECMA-335 II.22.5: a row of AssemblyRef starts with four 16-bit numbers.
        BinaryPrimitives.WriteUInt16LittleEndian(row, (ushort)version.Major);
        BinaryPrimitives.WriteUInt16LittleEndian(row[2..], (ushort)version.Minor);
        BinaryPrimitives.WriteUInt16LittleEndian(row[4..], 0);
        BinaryPrimitives.WriteUInt16LittleEndian(row[6..], 0);
        File.WriteAllBytes(path, image);
    }

    private static int OffsetOfRow(byte[] image, string reference)
    {
        using var file = new PEReader(new MemoryStream(image));
        var metadata = file.GetMetadataReader();
        var handle = metadata.AssemblyReferences.Single(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name) == reference);
        return file.PEHeaders.MetadataStartOffset
            + metadata.GetTableMetadataOffset(TableIndex.AssemblyRef)
            + ((MetadataTokens.GetRowNumber(handle) - 1) * metadata.GetTableRowSize(TableIndex.AssemblyRef));
    }
}
