import { z } from 'zod';

const fault = z.strictObject({
  in: z.enum(['body', 'query', 'header', 'path']).meta({ description: 'In which part of the request.' }),
  field: z.string().meta({ description: 'JSON pointer to the field (RFC 6901).', example: '/limit' }),
  reason: z.string().meta({ description: 'Stable code.', example: 'field.too-big' }),
  accepted: z
    .record(z.string(), z.unknown())
    .meta({ description: 'What would be accepted, in the words of JSON Schema.', example: { maximum: 100 } }),
  message: z
    .string()
    .meta({ description: 'The same as a sentence.', example: 'This value is too large or too long.' }),
});

/** Every refusal has this form (RFC 9457). */
export const problem = z
  .strictObject({
    type: z
      .string()
      .meta({ description: 'URN of the reason.', example: 'urn:mailroom:problem:request.invalid' }),
    title: z
      .string()
      .meta({ description: 'What is the matter, always the same.', example: 'The request is not valid' }),
    status: z.int().meta({ description: 'The HTTP status.', example: 422 }),
    detail: z.string().meta({
      description: 'What is the matter here and how to do better.',
      example: 'Check the field /limit.',
    }),
    reason: z.string().meta({ description: 'Stable code to act on.', example: 'request.invalid' }),
    requestId: z.string().meta({
      description: 'Names this request in our logs.',
      example: 'b7a5f3d0-6c52-4c6f-9d54-0d0a4f7f6b3c',
    }),
    field: z.string().optional().meta({ description: 'The field or header at fault.', example: '/limit' }),
    details: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({
        description: 'Facts for doing better: the earliest day, the allowed decisions.',
        example: { latest: '2027-05-11' },
      }),
    errors: z.array(fault).optional().meta({ description: 'Every field at fault.' }),
  })
  .meta({ id: 'Problem', description: 'Why a request was refused.' });
